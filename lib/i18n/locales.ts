import { catalogues, type Locale } from "./catalogue";

/** Those that have words; the first is the usual one. */
export const locales = Object.keys(catalogues) as [Locale, ...Locale[]];

/** The language that somebody came with; see lib/auth/portal-visit.ts. */
export const LOCALE_COOKIE = "__Host-komapo-lang";

/** The origins of others that a page's policy names: where forms may lead, and who may show our pages in a frame. */
export type PageOrigins = { formTargets: readonly string[]; frame: string | null };

const KEY = Symbol.for("komapo.page-origins");
const process_ = globalThis as typeof globalThis & { [KEY]?: PageOrigins };

/** proxy.ts is bundled apart and shares nothing with the app but the process, so what it needs is laid down there. */
export const layPageOrigins = (origins: PageOrigins): void => {
  process_[KEY] = origins;
};

/** What was laid down last; nobody until then. */
export const pageOrigins = (): PageOrigins => process_[KEY] ?? { formTargets: [], frame: null };

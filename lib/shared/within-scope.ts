import { type AnyColumn, inArray, type SQL } from "drizzle-orm";
import type { Scope } from "./scope";

/** The same ruling as `isWithin`, where rows are picked; undefined: all of them. */
export const withinScope = (section: AnyColumn, scope: Scope): SQL | undefined =>
  scope === "everywhere" ? undefined : inArray(section, [...scope]);

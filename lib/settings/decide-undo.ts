import { ok, type Result, refuse } from "@/lib/shared/result";

type Fields = Record<string, unknown>;
export type LastChange = { act: string; before: unknown; after: unknown };
export type UndoRefusal = "nothing_to_undo" | "changed_since";

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** What the settings go back to: the values before the latest change, once. An undo itself is not undone, it is changed again. */
export function decideUndo(last: LastChange | undefined, now: Fields): Result<Fields, UndoRefusal> {
  if (last?.act !== "update_settings" || !isFields(last.before) || !isFields(last.after)) {
    return refuse("nothing_to_undo");
  }
  const { before, after } = last;
  const isAsLeft = Object.entries(after).every(([key, value]) => now[key] === value);
  return isAsLeft ? ok(before) : refuse("changed_since");
}

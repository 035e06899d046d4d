import { closeDatabase, db } from "@/db/client";
import { env } from "@/lib/env";
import { formatCityDateTime } from "@/lib/shared/city-time";
import { findOldDrafts, rotateKeys } from "./rotate-keys";

/** `npm run keys:rotate`: seals everything with the first key of FIELD_KEYS; ends with 1 where something is left under another one. */
const done = await rotateKeys(db, env.FIELD_KEYS);
for (const { table, column, rows, left } of done) {
  process.stdout.write(`${table}.${column}: ${rows} sealed anew${left ? `, ${left} LEFT under another key` : ""}\n`);
}
const drafts = await findOldDrafts(db, env.FIELD_KEYS);
const left = done.reduce((sum, column) => sum + column.left, 0);
process.stdout.write(
  left === 0
    ? `Everything is sealed with key ${env.FIELD_KEYS[0]?.id}.\n`
    : `${left} fields are still under another key: is every server running with the new FIELD_KEYS? Run this again.\n`,
);
if (drafts.until) {
  const until = formatCityDateTime(drafts.until);
  process.stdout.write(
    `${drafts.many} open drafts hold an address under another key until ${until} (JST) at the latest: keep it until then.\n`,
  );
}
await closeDatabase();
process.exitCode = left === 0 ? 0 : 1;

import { sql } from "drizzle-orm";
import { closeDatabase, db } from "@/db/client";
import { log, logFault } from "@/lib/log";
import { admitAtCounter } from "@/lib/members/admit-at-counter";
import { newId } from "@/lib/shared/ids";
import { addStaff } from "@/lib/staff/add-staff";
import { draftInvitation } from "@/lib/staff/draft-invitation";
import type { Canaries, Readable } from "./canaries";
import { disclose } from "./disclose-canary";
import { personPlan } from "./member-fixtures";
import { plantNewcomer, plantReasons, plantWords } from "./plant-words";
import { MAY_DAY } from "./staff-fixtures";
import { plainWords } from "./staff-words";

// A process of its own, whose output is what an operator would keep as the app's log: every personal field is filled in through the use cases,
// and everything that can go wrong with it goes wrong.
const canaries: Canaries = JSON.parse(process.env.CANARIES ?? "{}");
const readable: Readable = JSON.parse(process.env.READABLE ?? "{}");
const { memberEmail, staffEmail, invitedEmail, familyName, givenName, familyKana, givenKana, phone, bornOn } = canaries;
const person = { familyName, givenName, familyKana, givenKana, phone, bornOn };

const details = { name: "見本 職員", section: "政策室", email: staffEmail, roles: ["administrator" as const] };
const { staffId, sectionId } = await addStaff(details, MAY_DAY);
const actor = { staffId, requestId: "canary", scope: "everywhere" } as const;

const plan = personPlan({ ...person, email: memberEmail });
await admitAtCounter(plan, actor, MAY_DAY);
// The same person again, and their address again: both are denied, on record.
await admitAtCounter({ ...plan, id: newId() }, actor, MAY_DAY);
await admitAtCounter({ ...plan, id: newId(), isConfirmed: true }, actor, MAY_DAY);
await disclose(plan.id, actor);

const second = await addStaff({ ...details, name: "見本 次郎", email: "second.canary@example.jp" }, MAY_DAY);
const other = { ...actor, staffId: second.staffId };
await plantWords(plan.id, canaries, actor, other);
const into = await plantNewcomer(canaries);
await plantReasons({ memberId: plan.id, into }, readable, actor, other);

const newcomer = { id: newId(), name: "新任", email: invitedEmail, sectionId, reason: "試験のため", holdings: [] };
await draftInvitation({ ...newcomer, holdings: [{ role: "viewer", sectionId: null }] }, plainWords, actor, MAY_DAY);

for (const [field, text] of Object.entries({ ...canaries, ...readable })) {
  const failed = await db.execute(sql`select 1 / 0 where ${text}::text <> ''`).catch((fault: unknown) => fault);
  logFault(failed, { requestId: field });
  logFault(new Error(text, { cause: failed }), { route: field });
  log.error(failed as Error);
  log.warn({ email: text, err: failed, error: new Error(text) }, "canary");
  process.stderr.write(`${String((failed as { cause?: { code?: string } }).cause?.code)}\n`);
}
log.info("planted");
await closeDatabase();

import assert from "node:assert/strict";
import postgres, { type Sql } from "postgres";
import type { Promised } from "../proof";
import { pressApprove, signInStaff } from "../staff-visitor";

/** SQLSTATE check_violation: the table's own rule that maker and checker are two. */
const TWO_PERSONS = "23514";

async function readDraft(admin: Sql, id: string) {
  const [draft] = await admin<{ state: string; budget: number; asked: number; done: number; denied: number }[]>`
    select a.state, (a.payload->>'budget')::int as asked,
      (select sum(allotted)::int from budget_slices where programme_id::text = a.target_id) as budget,
      (select count(*)::int from audit_entries where target_id = a.target_id and act = 'approve_' || a.kind and outcome = 'done') as done,
      (select count(*)::int from audit_entries where target_id = a.target_id and act = 'approve_' || a.kind and outcome = 'denied') as denied
    from approvals a where a.id = ${id}`;
  assert.ok(draft);
  return draft;
}

export const notOneself: Promised = {
  name: "nobody approves their own act, through two sessions or in SQL",
  async run({ city, admin, people: { office } }) {
    const draft = String(office.drafts[0]);
    const sessions = [await signInStaff(admin, office.maker), await signInStaff(admin, office.maker)];
    await Promise.all(sessions.map((cookie) => pressApprove(city.origin, cookie, draft)));
    const { asked, ...seen } = await readDraft(admin, draft);
    assert.deepEqual(seen, { state: "pending", budget: 0, done: 0, denied: 2 });
    const app = postgres(city.appUrl, { max: 1 });
    try {
      const forge = app`update approvals set state = 'approved', checker_id = maker_id, ended_at = now() where id = ${draft}`;
      await assert.rejects(forge, { code: TWO_PERSONS });
    } finally {
      await app.end();
    }
    return undefined;
  },
};

export const oneOfTwoApprovers: Promised = {
  name: "two approvers at once do one act, and the other is told",
  async run({ city, admin, people: { office } }) {
    const draft = String(office.drafts[1]);
    const sessions = await Promise.all(office.checkers.map((staffId) => signInStaff(admin, staffId)));
    await Promise.all(sessions.map((cookie) => pressApprove(city.origin, cookie, draft)));
    const { asked, ...seen } = await readDraft(admin, draft);
    assert.deepEqual(seen, { state: "approved", budget: asked, done: 1, denied: sessions.length - 1 });
    return `${sessions.length} approvers`;
  },
};

export const actDoneOnce: Promised = {
  name: "an approved act is done once and whole, however often its button is pressed",
  async run({ city, admin, people: { office } }) {
    const draft = String(office.drafts[2]);
    const cookie = await signInStaff(admin, String(office.checkers[0]));
    await Promise.all(Array.from({ length: 10 }, () => pressApprove(city.origin, cookie, draft)));
    const { asked, ...seen } = await readDraft(admin, draft);
    assert.deepEqual(seen, { state: "approved", budget: asked, done: 1, denied: 0 });
    return undefined;
  },
};

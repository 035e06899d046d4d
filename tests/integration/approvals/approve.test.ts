import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { execute } from "@/app/admin/(console)/approvals/executors";
import { approve, type Execute } from "@/lib/approvals/approve";
import { sendBack } from "@/lib/approvals/send-back";
import { withdraw } from "@/lib/approvals/withdraw";
import type { StaffActor } from "@/lib/audit/record-act";
import { newId } from "@/lib/shared/ids";
import { ok, refuse } from "@/lib/shared/result";
import { draftPlan, everything, makeDraft } from "../../support/approval-fixtures";
import { adminSql } from "../../support/database";
import { actsOn, addMember, addStaff, linkOwn, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();

/** An act that leaves a trace: a section by the target's id. */
const makeSection: Execute<never> = async (tx, draft) => {
  await tx.execute(sql`insert into sections (id, name) values (${newId()}, ${`made by ${draft.target.id}`})`);
  return ok({ budget: 20_000 });
};
const timesDone = async (target: string | null) =>
  (await admin`select 1 from sections where name = ${`made by ${target}`}`).length;

async function twoAndDraft(changes: Parameters<typeof draftPlan>[1] = {}) {
  const [maker, checker] = [await addStaff(admin), await addStaff(admin)];
  const plan = draftPlan(maker.sectionId, changes);
  const { id, number } = await makeDraft(plan, maker);
  const target = String(plan.target.id);
  return { maker, checker, plan, id, number, target };
}

const decide = (id: string, actor: StaffActor, execute: Execute<"act_refused"> = makeSection) =>
  approve({ approvalId: id, authority: everything, execute }, actor, MAY_DAY);

test("an approved act is done once and whole, with one row of the audit, and the draft says who and what came of it", async () => {
  const { checker, id, number, target } = await twoAndDraft();
  expect(await decide(id, checker)).toEqual({
    ok: true,
    value: { id, number, result: { budget: 20_000 }, isRepeat: false },
  });
  expect(await decide(id, checker)).toMatchObject({ ok: true, value: { isRepeat: true, result: { budget: 20_000 } } });
  expect(await timesDone(target)).toBe(1);
  expect(await actsOn(admin, target)).toEqual(["draft_set_programme_budget", "approve_set_programme_budget"]);
  const [row] = await admin`select state, checker_id, result, ended_at from approvals where id = ${id}`;
  const by = { checker_id: checker.staffId, ended_at: MAY_DAY };
  expect(row).toEqual({ state: "approved", result: { budget: 20_000 }, ...by });
});

test("a maker approves nothing of their own, through whichever session", async () => {
  const { maker, id, target } = await twoAndDraft();
  const otherSession = { ...maker, requestId: "request-2", address: "203.0.113.9" };
  for (const actor of [maker, otherSession])
    expect(await decide(id, actor)).toEqual({ ok: false, reason: "own_draft" });
  expect(await timesDone(target)).toBe(0);
  const denied = "approve_set_programme_budget denied: own_draft";
  expect(await actsOn(admin, target)).toEqual(["draft_set_programme_budget", denied, denied]);
});

test("twenty approvers at once do the act once; the others hear that it was decided", async () => {
  const { id, target } = await twoAndDraft();
  const crowd = await Promise.all(Array.from({ length: 20 }, () => addStaff(admin)));
  const answers = await Promise.all(crowd.map((checker) => decide(id, checker)));
  expect(answers.filter(({ ok: isDone }) => isDone)).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok && answer.reason === "already_decided")).toHaveLength(19);
  expect(await timesDone(target)).toBe(1);
});

test("of an approval, a sending back and a withdrawal at once exactly one stands", async () => {
  const { maker, checker, id, target } = await twoAndDraft();
  const other = await addStaff(admin);
  const answers = await Promise.all([
    decide(id, checker),
    sendBack({ approvalId: id, note: "額を確かめてください", authority: everything }, other, MAY_DAY),
    withdraw({ approvalId: id }, maker, MAY_DAY),
  ]);
  expect(answers.filter(({ ok: isDone }) => isDone)).toHaveLength(1);
  const [row] = await admin`select state from approvals where id = ${id}`;
  expect(await timesDone(target)).toBe(row?.state === "approved" ? 1 : 0);
});

test("what the act refuses leaves the draft waiting, nothing done, and one row of a denied act", async () => {
  const { checker, id, target } = await twoAndDraft();
  const refusing: Execute<"act_refused"> = async (tx, draft, actor, at) => {
    await makeSection(tx, draft, actor, at);
    return refuse("act_refused");
  };
  expect(await decide(id, checker, refusing)).toEqual({ ok: false, reason: "act_refused" });
  expect(await timesDone(target)).toBe(0);
  expect(await admin`select state from approvals where id = ${id}`).toEqual([{ state: "pending" }]);
  expect((await actsOn(admin, target)).at(-1)).toBe("approve_set_programme_budget denied: act_refused");
  expect((await decide(id, checker)).ok).toBe(true);
});

test("an act whose connection is killed half-way is neither done nor approved, and can be approved again", async () => {
  const { checker, id, target } = await twoAndDraft();
  const dying: Execute<never> = async (tx, draft, actor, at) => {
    const done = await makeSection(tx, draft, actor, at);
    const [own] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await admin`select pg_terminate_backend(${own?.pid ?? 0})`;
    return done;
  };
  await expect(decide(id, checker, dying)).rejects.toThrow();
  expect(await timesDone(target)).toBe(0);
  expect(await admin`select state from approvals where id = ${id}`).toEqual([{ state: "pending" }]);
  expect((await decide(id, checker)).ok).toBe(true);
  expect(await timesDone(target)).toBe(1);
});

test("neither the maker nor the checker may own the wallet that is touched", async () => {
  const { memberId } = await addMember(admin);
  const { checker, id, target } = await twoAndDraft({ kind: "correct_grant", memberId });
  await linkOwn(admin, checker.staffId, memberId);
  expect(await decide(id, checker)).toEqual({ ok: false, reason: "own_wallet" });
  expect(await timesDone(target)).toBe(0);
});

test("a draft of a maker who was shut out is not executed, is refused on record, and can be sent back", async () => {
  const { maker, checker, id, target } = await twoAndDraft();
  await admin`update staff set disabled = true where id = ${maker.staffId}`;
  expect(await decide(id, checker)).toEqual({ ok: false, reason: "maker_gone" });
  expect(await timesDone(target)).toBe(0);
  expect((await actsOn(admin, target)).at(-1)).toBe("approve_set_programme_budget denied: maker_gone");
  const back = { approvalId: id, note: "起案した人がいません", authority: everything };
  expect((await sendBack(back, checker, MAY_DAY)).ok).toBe(true);
});

test("a maker whose role was taken meanwhile has asked for nothing any more", async () => {
  const { maker, checker, id, target } = await twoAndDraft();
  await admin`update staff_roles set ended_at = ${MAY_DAY} where staff_id = ${maker.staffId}`;
  const answer = await approve({ approvalId: id, authority: everything, execute }, checker, MAY_DAY);
  expect(answer).toEqual({ ok: false, reason: "maker_not_permitted" });
  expect(await admin`select state from approvals where id = ${id}`).toEqual([{ state: "pending" }]);
  expect((await actsOn(admin, target)).at(-1)).toBe("approve_set_programme_budget denied: maker_not_permitted");
});

test("only who may decide within the draft's section decides, and drafts about the staff have deciders of their own", async () => {
  const { maker, checker, id } = await twoAndDraft();
  const about = await makeDraft(draftPlan(maker.sectionId, { kind: "change_roles" }), maker);
  const own = { acts: [maker.sectionId], staff: undefined };
  const approveAs = (approvalId: string, authority: typeof everything) =>
    approve({ approvalId, authority, execute: makeSection }, checker, MAY_DAY);
  const refused = { ok: false, reason: "not_permitted" };
  expect(await approveAs(id, { acts: [newId()], staff: "everywhere" })).toEqual(refused);
  expect(await approveAs(about.id, own)).toEqual(refused);
  expect((await approveAs(id, own)).ok).toBe(true);
});

test("a draft is not approved from the moment its time is over", async () => {
  const { checker, id } = await twoAndDraft();
  const [row] = await admin<{ end: Date }[]>`select expires_at as end from approvals where id = ${id}`;
  const end = row?.end ?? MAY_DAY;
  const approveAt = (at: Date) => approve({ approvalId: id, authority: everything, execute: makeSection }, checker, at);
  expect(await approveAt(end)).toEqual({ ok: false, reason: "draft_expired" });
  expect((await approveAt(new Date(end.getTime() - 1))).ok).toBe(true);
});

test("a payload that is not what was asked for is never executed", async () => {
  const { checker, id, target } = await twoAndDraft();
  await admin`alter table approvals disable trigger guard_approval`;
  await admin`update approvals set payload = '{"budget": 99999999}' where id = ${id}`;
  await admin`alter table approvals enable always trigger guard_approval`;
  expect(await decide(id, checker)).toEqual({ ok: false, reason: "payload_changed" });
  expect(await timesDone(target)).toBe(0);
});

test("an unknown draft is refused and written down", async () => {
  const checker = await addStaff(admin);
  const id = newId();
  expect(await decide(id, checker)).toEqual({ ok: false, reason: "unknown_approval" });
  expect(await actsOn(admin, id)).toEqual(["approve denied: unknown_approval"]);
});

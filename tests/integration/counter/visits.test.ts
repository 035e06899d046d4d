import { afterEach, expect, test } from "vitest";
import { endVisit } from "@/lib/counter/end-visit";
import { openVisit } from "@/lib/counter/open-visit";
import { findOpenVisit, isNewcomer } from "@/lib/counter/queries";
import { touchVisit } from "@/lib/counter/touch-visit";
import { welcomeNewcomer } from "@/lib/counter/welcome-newcomer";
import { newId } from "@/lib/shared/ids";
import { adminSql } from "../../support/database";
import { makeStaff, moveCityClock } from "../../support/fixtures";
import { admitPerson } from "../../support/member-fixtures";
import { actsOn, MAY_DAY } from "../../support/staff-fixtures";
import { endOf, seenIn, startVisit } from "../../support/visit-fixtures";

const admin = adminSql();
afterEach(() => moveCityClock(0));

test("a visit opens with the right answer, for its purpose, as one act on record", async () => {
  const staff = await makeStaff();
  const { memberId, sessionId } = await startVisit(staff);
  expect(await seenIn(sessionId)).toBe(memberId);
  const [visit] = await admin<{ id: string }[]>`select id from counter_visits where session_id = ${sessionId}`;
  expect(await isNewcomer(visit?.id ?? "")).toBe(false);
  const rows =
    await admin`select act, outcome, purpose, after from audit_entries where target_id = ${memberId} order by id`;
  expect([...rows]).toEqual([
    expect.objectContaining({ act: "admit_member" }),
    { act: "open_visit", outcome: "done", purpose: "counter_request", after: { foundBy: "card", question: "birth" } },
  ]);
});

test("a wrong answer opens nothing, each try is on record, and the answer is not", async () => {
  const staff = await makeStaff();
  const { memberId } = await admitPerson(staff);
  const said = { memberId, foundBy: "card", question: "birth", answer: "19990101" } as const;
  const sessionId = newId();
  expect(await openVisit(said, sessionId, staff, MAY_DAY)).toEqual({ ok: false, reason: "wrong_answer" });
  expect(await seenIn(sessionId)).toBeUndefined();
  expect(await actsOn(admin, memberId)).toEqual(["admit_member", "open_visit denied: wrong_answer"]);
  const [row] =
    await admin`select row_to_json(a)::text as all from audit_entries a where act = 'open_visit' and target_id = ${memberId}`;
  expect(row?.all).not.toContain("1999");
});

test("after five wrong answers the right one opens nothing for a quarter of an hour", async () => {
  const staff = await makeStaff();
  const { memberId } = await admitPerson(staff);
  const { memberId: other } = await admitPerson(staff);
  const say = (answer: string, whose = memberId) =>
    openVisit({ memberId: whose, foundBy: "card", question: "birth", answer }, newId(), staff, MAY_DAY);
  const wrong = ["19990101", "19990102", "19990103", "19990104", "19990105"];
  for (const answer of wrong) expect(await say(answer)).toEqual({ ok: false, reason: "wrong_answer" });
  expect(await say("昭和23年3月5日")).toEqual({ ok: false, reason: "too_many_answers" });
  expect(await say("昭和23年3月5日", other)).toMatchObject({ ok: true });
  expect((await actsOn(admin, memberId)).at(-1)).toBe("open_visit denied: too_many_answers");
  await admin`update rate_limits set expire = 1 where key = ${`counter_answer:${memberId}`}`;
  expect(await say("昭和23年3月5日")).toMatchObject({ ok: true });
});

test("a visit that nobody touched for sixty seconds of city time is refused, and cannot be woken", async () => {
  const { memberId, sessionId, visitId } = await startVisit(await makeStaff());
  await moveCityClock(55);
  expect(await seenIn(sessionId)).toBe(memberId);
  await moveCityClock(55 + 61);
  expect(await findOpenVisit(sessionId)).toBeUndefined();
  expect(await seenIn(sessionId)).toBeUndefined();
  expect(await endOf(admin, visitId)).toBe("idle");
  await moveCityClock(0);
  expect(await seenIn(sessionId)).toBeUndefined();
});

test.each(["receipt", "left"] as const)("after its end by %s nothing of a visit opens again", async (how) => {
  const { sessionId, visitId } = await startVisit(await makeStaff());
  await endVisit(sessionId, visitId, how);
  await endVisit(sessionId, visitId, "idle");
  expect(await seenIn(sessionId)).toBeUndefined();
  expect(await endOf(admin, visitId)).toBe(how);
});

test("a touch on a page of a former visit does not keep the one alive that is open now", async () => {
  const staff = await makeStaff();
  const former = await startVisit(staff);
  const { memberId, visitId, sessionId } = await startVisit(staff, former.sessionId);
  const { sessionId: elsewhere } = await startVisit(staff);
  await moveCityClock(55);
  expect(await touchVisit(sessionId, former.visitId)).toBeUndefined();
  expect(await touchVisit(elsewhere, visitId)).toBeUndefined();
  await moveCityClock(61);
  expect(await touchVisit(sessionId, former.visitId)).toBeUndefined();
  expect(await endOf(admin, visitId)).toBeNull();
  await moveCityClock(55);
  expect(await touchVisit(sessionId, visitId)).toEqual({ visitId, memberId });
  await moveCityClock(55 + 61);
  expect(await touchVisit(sessionId, visitId)).toBeUndefined();
  expect(await endOf(admin, visitId)).toBe("idle");
});

test("the way out of a former visit, or one sent from another session, ends no other", async () => {
  const staff = await makeStaff();
  const former = await startVisit(staff);
  const { memberId, visitId, sessionId } = await startVisit(staff, former.sessionId);
  await endVisit(sessionId, former.visitId, "left");
  await endVisit(newId(), visitId, "left");
  expect(await endOf(admin, former.visitId)).toBe("next");
  expect(await findOpenVisit(sessionId)).toBe(visitId);
  expect(await seenIn(sessionId)).toBe(memberId);
});

test("the next member ends the former, whether that one was left open or idle", async () => {
  const staff = await makeStaff();
  const first = await startVisit(staff);
  const second = await startVisit(staff, first.sessionId);
  expect(await seenIn(first.sessionId)).toBe(second.memberId);
  expect(await endOf(admin, first.visitId)).toBe("next");
  await moveCityClock(61);
  const third = await startVisit(staff, first.sessionId);
  expect(await seenIn(first.sessionId)).toBe(third.memberId);
  expect(await endOf(admin, second.visitId)).toBe("idle");
});

test("of visits that two tabs open at the same moment, one is open", async () => {
  const staff = await makeStaff();
  const sessionId = newId();
  await Promise.all(Array.from({ length: 6 }, () => startVisit(staff, sessionId)));
  const [open] =
    await admin`select count(*)::int as count from counter_visits where session_id = ${sessionId} and ended_at is null`;
  expect(open?.count).toBe(1);
});

test("another session of the same member of staff sees nothing of a visit", async () => {
  await startVisit(await makeStaff());
  expect(await seenIn(newId())).toBeUndefined();
});

test("whoever was just signed up needs no second proof; nobody else is opened that way", async () => {
  const [staff, colleague] = [await makeStaff(), await makeStaff()];
  const { memberId } = await admitPerson(staff);
  const sessionId = newId();
  const unknown = { ok: false, reason: "unknown_member" };
  expect(await welcomeNewcomer(memberId, sessionId, colleague, MAY_DAY)).toEqual(unknown);
  const later = new Date(MAY_DAY.getTime() + 11 * 60_000);
  expect(await welcomeNewcomer(memberId, sessionId, staff, later)).toEqual(unknown);
  expect(await seenIn(sessionId)).toBeUndefined();
  const opened = await welcomeNewcomer(memberId, sessionId, staff, MAY_DAY);
  expect(opened).toMatchObject({ ok: true });
  expect(await isNewcomer(opened.ok ? opened.value.visitId : "")).toBe(true);
  expect(await seenIn(sessionId)).toBe(memberId);
  const denied = "open_visit denied: unknown_member";
  expect(await actsOn(admin, memberId)).toEqual(["admit_member", denied, denied]);
});

import { expect, test } from "vitest";
import { db } from "@/db/client";
import { claimPoints } from "@/lib/claims/claim-points";
import { verifyLedger } from "@/lib/ledger/verify-ledger";
import { answerAppeal } from "@/lib/members/answer-appeal";
import { liftSuspension } from "@/lib/members/lift-suspension";
import { findLatestSuspension, listOpenAppeals, listOpenSuspensions } from "@/lib/members/list-suspensions";
import { sendAppeal } from "@/lib/members/send-appeal";
import { suspendMember } from "@/lib/members/suspend-member";
import { sealField } from "@/lib/open-field";
import { newId } from "@/lib/shared/ids";
import { quotePayment } from "@/lib/spending/quote-payment";
import { adminSql } from "../../support/database";
import { AT, earn, makeMember, makeOffer, makeStaff, makeTill } from "../../support/fixtures";
import { payPoints } from "../../support/ledger-fixtures";
import { addReward, exchange } from "../../support/reward-fixtures";
import { actsOn, linkOwn, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();
const reason = "同じQRコードの写しが出回ったため";
const text = "写しを広めたのは私ではありません";

async function suspended() {
  const [actor, checker] = [await makeStaff(), await makeStaff()];
  const member = await makeMember();
  await earn(actor, member.memberId, 100);
  const wish = { id: newId(), memberId: member.memberId, reason };
  const answer = await suspendMember(wish, actor, MAY_DAY);
  if (!answer.ok) throw new Error(answer.reason);
  return { ...member, actor, checker, wish, ...answer.value };
}

test("a suspended member neither earns, pays nor exchanges, and looks as before; lifted, all goes on", async () => {
  const { memberId, actor } = await suspended();
  const { token } = await makeOffer(actor);
  const till = await makeTill(actor);
  const itemId = await addReward(actor);
  const refused = { ok: false, reason: "member_suspended" };
  expect(await claimPoints({ token, memberId, at: AT })).toEqual(refused);
  expect(await quotePayment({ token: till.token, memberId, points: 5 })).toEqual(refused);
  expect(await exchange({ itemId, memberId, actor })).toEqual(refused);
  expect(await liftSuspension({ memberId, reason: "確認できた" }, actor, MAY_DAY)).toEqual({ ok: true, value: null });
  expect(await claimPoints({ token, memberId, at: AT })).toMatchObject({ ok: true });
  expect(await quotePayment({ token: till.token, memberId, points: 5 })).toMatchObject({ ok: true });
  expect((await verifyLedger(db)).faults).toEqual([]);
});

test("the database refuses it too, and what was received before is still its own answer", async () => {
  const { memberId, accountId, actor } = await suspended();
  const { shopId } = await makeTill(actor);
  await expect(payPoints(admin, { memberId, accountId, shopId, programmeId: "" }, 5)).rejects.toThrow(
    "member_suspended",
  );
});

test("of a suspension and a payment at once the payment is whole or refused", async () => {
  const actor = await makeStaff();
  const { shopId } = await makeTill(actor);
  for (let round = 0; round < 5; round++) {
    const { memberId, accountId } = await makeMember();
    await earn(actor, memberId, 100);
    const wish = { id: newId(), memberId, reason };
    const [, paid] = await Promise.all([
      suspendMember(wish, actor, MAY_DAY),
      payPoints(admin, { memberId, accountId, shopId, programmeId: "" }, 40).catch((thrown: Error) => thrown.message),
    ]);
    const [wallet] = await admin`select balance, state from wallets where account_id = ${accountId}`;
    expect(wallet).toEqual({ balance: paid === "member_suspended" ? 100 : 60, state: "suspended" });
  }
});

test("a suspension sent twice is one, with fourteen days to reply, and another is refused", async () => {
  const { memberId, actor, wish, replyBy } = await suspended();
  expect(replyBy).toBe("2026-05-15");
  expect(await suspendMember(wish, actor, MAY_DAY)).toMatchObject({ ok: true, value: { isRepeat: true } });
  const answers = await Promise.all([1, 2].map(() => suspendMember({ ...wish, id: newId() }, actor, MAY_DAY)));
  expect(answers.map((answer) => answer.ok)).toEqual([false, false]);
  expect(await admin`select 1 from member_suspensions where member_id = ${memberId}`).toHaveLength(1);
});

test("one appeal, kept encrypted, until the last day of the reply", async () => {
  const { memberId } = await suspended();
  const late = new Date("2026-05-16T00:00:00+09:00");
  expect(await sendAppeal(memberId, text, late)).toEqual({ ok: false, reason: "appeal_too_late" });
  const twice = await Promise.all([1, 2].map(() => sendAppeal(memberId, text, MAY_DAY)));
  expect(twice.map((answer) => (answer.ok ? "sent" : answer.reason)).sort()).toEqual(["already_appealed", "sent"]);
  const [row] = await admin<{ sealed: Buffer }[]>`
    select text_encrypted as sealed from member_appeals a join member_suspensions s on s.id = a.suspension_id where s.member_id = ${memberId}`;
  expect(row?.sealed.includes(Buffer.from(text))).toBe(false);
  expect(await findLatestSuspension(memberId)).toMatchObject({ text, reason });
});

test("somebody else than who suspended answers, once; an appeal that is right ends the suspension", async () => {
  const { memberId, accountId, actor, checker } = await suspended();
  await sendAppeal(memberId, text, MAY_DAY);
  const appealId = String((await findLatestSuspension(memberId))?.appealId);
  const answer = { appealId, verdict: "upheld" as const, answer: "確認し、誤りでした" };
  expect(await answerAppeal(answer, actor, MAY_DAY)).toEqual({ ok: false, reason: "own_suspension" });
  const direct = admin`update member_appeals set answer_encrypted = 'x', is_upheld = true, answered_at = now(), answered_by = ${actor.staffId}
    where id = ${appealId}`;
  await expect(direct).rejects.toThrow("own_suspension");
  const answers = await Promise.all([1, 2].map(() => answerAppeal(answer, checker, MAY_DAY)));
  expect(answers.map((one) => (one.ok ? "answered" : one.reason)).sort()).toEqual(["already_answered", "answered"]);
  expect(await admin`select state from wallets where account_id = ${accountId}`).toMatchObject([{ state: "open" }]);
  expect(await actsOn(admin, appealId)).toEqual([
    "answer_appeal denied: own_suspension",
    ...["answer_appeal", "answer_appeal denied: already_answered"],
  ]);
});

test("the lists show what is open, page by page", async () => {
  const { memberId, checker } = await suspended();
  await sendAppeal(memberId, text, MAY_DAY);
  const open = await listOpenSuspensions();
  expect(open.rows.map((row) => row.memberId)).toContain(memberId);
  const appeals = await listOpenAppeals();
  const mine = appeals.rows.find((row) => row.memberId === memberId);
  await answerAppeal(
    { appealId: String(mine?.appealId), verdict: "dismissed", answer: "変わりません" },
    checker,
    MAY_DAY,
  );
  expect((await listOpenAppeals()).rows.map((row) => row.memberId)).not.toContain(memberId);
  expect((await listOpenSuspensions()).rows.map((row) => row.memberId)).toContain(memberId);
});

test("nobody suspends, or lets go, the membership that is their own", async () => {
  const actor = await makeStaff();
  const { memberId } = await makeMember();
  await linkOwn(admin, actor.staffId, memberId);
  const own = { ok: false, reason: "own_wallet" };
  expect(await suspendMember({ id: newId(), memberId, reason }, actor, MAY_DAY)).toEqual(own);
  expect(await liftSuspension({ memberId, reason }, actor, MAY_DAY)).toEqual(own);
});

test("of a suspension and another change at one moment the wallet keeps what both make of it", async () => {
  const actor = await makeStaff();
  const { memberId, accountId } = await makeMember();
  const changes: Promise<unknown>[] = [];
  await admin.begin(async (sql) => {
    await sql`insert into member_suspensions (id, member_id, reason_encrypted, reply_by, started_at, started_by)
      values (${newId()}, ${memberId}, ${sealField(reason)}, '2099-03-31', now(), ${actor.staffId})`;
    changes.push(admin`update members set state = 'leaving', leaves_at = now() where id = ${memberId}`.execute());
    await sql`select pg_sleep(0.3)`;
  });
  await Promise.all(changes);
  expect(await admin`select state from wallets where account_id = ${accountId}`).toEqual([{ state: "suspended" }]);
});

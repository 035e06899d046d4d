import { expect, test } from "vitest";
import { openVisit } from "@/lib/counter/open-visit";
import { checkCardPin } from "@/lib/members/check-card-pin";
import { issueCard } from "@/lib/members/issue-card";
import { reissueCard } from "@/lib/members/reissue-card";
import { setCardPin } from "@/lib/members/set-card-pin";
import { newId } from "@/lib/shared/ids";
import { adminSql } from "../../support/database";
import { makeStaff, type TestStaff } from "../../support/fixtures";
import { actsOn, linkOwn, MAY_DAY } from "../../support/staff-fixtures";
import { startVisit } from "../../support/visit-fixtures";

const admin = adminSql();
const refused = (reason: string) => ({ ok: false, reason });
const triesOf = async (memberId: string) =>
  (
    await admin`select pin_tries_left as tries from member_cards where member_id = ${memberId} and revoked_at is null`
  )[0]?.tries;

/** Somebody whose card with this PIN opened the visit. */
async function showCard(staff: TestStaff, pin?: string) {
  const { memberId, visitId } = await startVisit(staff);
  const issued = await issueCard(memberId, staff, MAY_DAY, pin);
  if (!issued.ok) throw new Error(issued.reason);
  const key = (typed: string) => checkCardPin({ visitId, memberId, typed }, staff, MAY_DAY);
  return { ...issued.value, visitId, key };
}

test("the right PIN is taken and gives the tries back; a wrong one costs one", async () => {
  const { key, memberId } = await showCard(await makeStaff(), "2580");
  expect(await key("1357")).toEqual(refused("wrong_pin"));
  expect(await triesOf(memberId)).toBe(4);
  expect(await key("２５８０")).toEqual({ ok: true, value: "right" });
  expect(await triesOf(memberId)).toBe(5);
  expect(await key("25")).toEqual(refused("not_four_digits"));
  expect(await actsOn(admin, memberId)).toContain("check_card_pin denied: wrong_pin");
});

test("twenty wrong PINs at the same moment are five tries, and then the right one is refused, too", async () => {
  const { key, memberId } = await showCard(await makeStaff(), "2580");
  const answers = await Promise.all(Array.from({ length: 20 }, () => key("1357")));
  const reasons = answers.map((answer) => (answer.ok ? "right" : answer.reason));
  expect(reasons.filter((reason) => reason === "wrong_pin")).toHaveLength(5);
  expect(reasons.filter((reason) => reason === "pin_shut")).toHaveLength(15);
  expect(await key("2580")).toEqual(refused("pin_shut"));
  expect(await triesOf(memberId)).toBe(0);
});

test("a shut card is opened by a PIN that is set anew, once", async () => {
  const staff = await makeStaff();
  const { key, memberId, serial } = await showCard(staff, "2580");
  for (let tries = 0; tries < 6; tries += 1) await key("1357");
  expect(await setCardPin({ memberId, pin: "8052" }, staff, MAY_DAY)).toEqual({ ok: true, value: { serial } });
  expect(await key("2580")).toEqual(refused("wrong_pin"));
  expect(await key("8052")).toMatchObject({ ok: true });
  expect(await actsOn(admin, memberId)).toContain("set_card_pin");
});

test("a card of before has no PIN, and buys nothing until one is chosen", async () => {
  const staff = await makeStaff();
  const { key, memberId } = await showCard(staff);
  expect(await key("2580")).toEqual(refused("no_pin"));
  await setCardPin({ memberId, pin: "2580" }, staff, MAY_DAY);
  expect(await key("2580")).toMatchObject({ ok: true });
});

test("whoever was not found by a card is not asked", async () => {
  const staff = await makeStaff();
  const { memberId } = await showCard(staff, "2580");
  const said = { memberId, foundBy: "number", question: "birth", answer: "昭和23年3月5日" } as const;
  const opened = await openVisit(said, newId(), staff, MAY_DAY);
  if (!opened.ok) throw new Error(opened.reason);
  const asked = { visitId: opened.value.visitId, memberId, typed: "" };
  expect(await checkCardPin(asked, staff, MAY_DAY)).toEqual({ ok: true, value: "unasked" });
});

test("the birth year and rows of digits are no PIN, at an issue, a reissue and a new choice", async () => {
  const staff = await makeStaff();
  const { memberId } = await startVisit(staff);
  expect(await issueCard(memberId, staff, MAY_DAY, "1948")).toEqual(refused("trivial_pin"));
  const card = await issueCard(memberId, staff, MAY_DAY, "2580");
  if (!card.ok) throw new Error(card.reason);
  const loss = { cardId: card.value.cardId, reason: "紛失" };
  expect(await reissueCard(loss, staff, MAY_DAY, "0305")).toEqual(refused("trivial_pin"));
  expect(await setCardPin({ memberId, pin: "1234" }, staff, MAY_DAY)).toEqual(refused("trivial_pin"));
  expect(await actsOn(admin, memberId)).toContain("set_card_pin denied: trivial_pin");
});

test("staff set no PIN of their own card, and none where no card lives", async () => {
  const staff = await makeStaff();
  const { memberId } = await showCard(await makeStaff(), "2580");
  await linkOwn(admin, staff.staffId, memberId);
  expect(await setCardPin({ memberId, pin: "8052" }, staff, MAY_DAY)).toEqual(refused("own_wallet"));
  const { memberId: cardless } = await startVisit(staff);
  expect(await setCardPin({ memberId: cardless, pin: "8052" }, staff, MAY_DAY)).toEqual(refused("unknown_card"));
});

test("the same PIN on two cards is two hashes", async () => {
  const staff = await makeStaff();
  const cards = [await showCard(staff, "2580"), await showCard(staff, "2580")];
  const ids = cards.map(({ cardId }) => cardId);
  const hashes = await admin<{ hash: string }[]>`
    select distinct encode(pin_hash, 'hex') as hash from member_cards where id = any(${ids})`;
  expect(hashes).toHaveLength(2);
});

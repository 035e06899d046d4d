import { expect, test } from "vitest";
import { printCard } from "@/lib/codes/print-card";
import { env } from "@/lib/env";
import { issueCard } from "@/lib/members/issue-card";
import { findCardPrint } from "@/lib/members/queries";
import { revokeCard } from "@/lib/members/revoke-card";
import { sampleCardWords } from "../../support/card-sample";
import { adminSql } from "../../support/database";
import { makeMember, makeStaff } from "../../support/fixtures";
import { sampleColours } from "../../support/poster-sample";
import { readPoster } from "../../support/poster-video";
import { actsOn, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();

async function makeCard() {
  const staff = await makeStaff();
  const { memberId } = await makeMember();
  const card = await issueCard(memberId, staff, MAY_DAY);
  if (!card.ok) throw new Error(card.reason);
  const print = await findCardPrint(memberId);
  if (!print) throw new Error("a live card cannot be printed");
  return { staff, memberId, cardId: card.value.cardId, print };
}

test("the printed card leads to the card's own page, and that it was printed stands on record", async () => {
  const { staff, memberId, print } = await makeCard();
  const words = sampleCardWords({ address: `${env.APP_ORIGIN}/c/${print.token}` });
  const order = { memberId, serial: print.serial, title: "会員カード", words, colours: sampleColours };
  const printed = await printCard(order, staff, MAY_DAY);
  if (!printed.ok) throw new Error(printed.reason);
  expect(await readPoster(printed.value)).toBe(`/c/${print.token}`);
  expect(await actsOn(admin, memberId)).toEqual(["issue_card", "print_card"]);
});

test("a card whose words cannot be printed whole is not printed", async () => {
  const { staff, memberId, print } = await makeCard();
  const order = { memberId, serial: print.serial, title: "t", words: sampleCardWords({ service: "🎉" }) };
  const printed = await printCard({ ...order, colours: sampleColours }, staff, MAY_DAY);
  expect(printed).toEqual({ ok: false, reason: "unprintable_letters" });
  expect(await actsOn(admin, memberId)).toEqual(["issue_card"]);
});

test("a void card has nothing to print", async () => {
  const { staff, memberId, cardId } = await makeCard();
  await revokeCard({ cardId, reason: "紛失" }, staff, MAY_DAY);
  expect(await findCardPrint(memberId)).toBeUndefined();
});

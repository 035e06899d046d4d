import { beforeEach, expect, test, vi } from "vitest";
import { tryJoin } from "@/lib/auth/try-join";
import { takeAttempt } from "@/lib/limits/limits";
import { findCardPrint } from "@/lib/members/queries";
import { useBrowser } from "../../support/browser";
import { makeHolder, PIN } from "../../support/card-holder";
import { adminSql } from "../../support/database";
import { AT, makeMember, makeStaff } from "../../support/fixtures";
import { newAddress } from "../../support/sign-in";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
beforeEach(async () => {
  useBrowser();
  await admin`delete from rate_limits where key like 'card_join_city:%'`;
});

const useUpCity = async () => {
  while ((await takeAttempt("card_join_city", "all")).ok);
};

test("five wrong tries in a day are all that one member has, and the card's tries at the counter are untouched", async () => {
  const staff = await makeStaff();
  const holder = await makeHolder(staff);
  const { memberId } = await makeMember();
  const wrong = { memberId, card: holder.card, pin: "1357" };
  const address = newAddress();
  for (let tries = 0; tries < 5; tries += 1)
    expect(await tryJoin(wrong, address, AT)).toMatchObject({ reason: "wrong_card" });
  expect(await tryJoin({ ...wrong, pin: PIN }, address, AT)).toMatchObject({ reason: "too_many_guesses" });
  const [card] = await admin`select pin_tries_left from member_cards where member_id = ${holder.memberId}`;
  expect(card?.pin_tries_left).toBe(5);
});

test("many members who guess at one card are stopped after ten, and the card still works at the counter", async () => {
  const staff = await makeStaff();
  const holder = await makeHolder(staff);
  const reasons: string[] = [];
  for (let each = 0; each < 11; each += 1) {
    const { memberId } = await makeMember();
    const answer = await tryJoin({ memberId, card: holder.card, pin: "1357" }, newAddress(), AT);
    reasons.push(answer.ok ? "joined" : answer.reason);
  }
  expect(reasons.slice(0, 10)).toEqual(Array(10).fill("wrong_card"));
  expect(reasons[10]).toBe("too_many_guesses");
});

test("members who try one PIN at many cards are stopped after fifty wrong tries in a day", async () => {
  const staff = await makeStaff();
  const reasons: string[] = [];
  for (let cards = 0; cards < 6; cards += 1) {
    const { card } = await makeHolder(staff);
    for (let tries = 0; tries < 9; tries += 1) {
      const { memberId } = await makeMember();
      const answer = await tryJoin({ memberId, card, pin: "1357" }, newAddress(), AT);
      reasons.push(answer.ok ? "joined" : answer.reason);
    }
  }
  expect(reasons).toEqual([...Array(50).fill("wrong_card"), ...Array(4).fill("too_many_guesses")]);
});

test("numbers without a card use up nothing of the city's, and whoever has the card's QR joins when it is used up", async () => {
  const staff = await makeStaff();
  const { memberId } = await makeMember();
  const stranger = { memberId, card: { by: "number", number: "99999999" } as const, pin: "1357" };
  expect(await tryJoin(stranger, newAddress(), AT)).toMatchObject({ reason: "wrong_card" });
  expect(await admin`select 1 from rate_limits where key = 'card_join_city:all'`).toHaveLength(0);
  const holder = await makeHolder(staff);
  await useUpCity();
  const app = (await makeMember()).memberId;
  const byNumber = { memberId: app, card: holder.card, pin: PIN };
  expect(await tryJoin(byNumber, newAddress(), AT)).toMatchObject({ reason: "too_many_guesses" });
  const token = (await findCardPrint(holder.memberId))?.token ?? "";
  expect(await tryJoin({ ...byNumber, card: { by: "card", token } }, newAddress(), AT)).toMatchObject({ ok: true });
});

test("a right try that the city's limit refuses costs neither its member nor its card anything", async () => {
  const holder = await makeHolder(await makeStaff());
  const { memberId } = await makeMember();
  const wish = { memberId, card: holder.card, pin: PIN };
  await useUpCity();
  for (let tries = 0; tries < 6; tries += 1)
    expect(await tryJoin(wish, newAddress(), AT)).toMatchObject({ reason: "too_many_guesses" });
  await admin`delete from rate_limits where key like 'card_join_city:%'`;
  expect(await tryJoin(wish, newAddress(), AT)).toMatchObject({ ok: true });
});

test("a card's QR and its number share their tries, and after thirty in a season no more come, however slowly", async () => {
  const staff = await makeStaff();
  const holder = await makeHolder(staff);
  const print = await findCardPrint(holder.memberId);
  const byToken = { by: "card", token: print?.token ?? "" } as const;
  const guess = async (card: typeof byToken | typeof holder.card) => {
    const { memberId } = await makeMember();
    const answer = await tryJoin({ memberId, card, pin: "1357" }, newAddress(), AT);
    return answer.ok ? "joined" : answer.reason;
  };
  for (let day = 0; day < 3; day += 1) {
    for (let tries = 0; tries < 5; tries += 1)
      expect([await guess(byToken), await guess(holder.card)]).toEqual(["wrong_card", "wrong_card"]);
    expect(await guess(holder.card)).toBe("too_many_guesses");
    await admin`delete from rate_limits where key like 'card_join_card:%'`;
  }
  expect(await guess(byToken)).toBe("too_many_guesses");
});

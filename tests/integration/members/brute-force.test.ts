import { expect, test, vi } from "vitest";
import { tryJoin } from "@/lib/auth/try-join";
import { checkCardPin } from "@/lib/members/check-card-pin";
import { issueCard } from "@/lib/members/issue-card";
import { setCardPin } from "@/lib/members/set-card-pin";
import { adminSql } from "../../support/database";
import { AT, makeMember, makeStaff, type TestStaff } from "../../support/fixtures";
import { newAddress } from "../../support/sign-in";
import { MAY_DAY } from "../../support/staff-fixtures";
import { PATIENCE, TRIES, tryOn } from "../../support/stubborn";
import { startVisit } from "../../support/visit-fixtures";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
const PIN = "2580";
const DAY = 24 * 3600;
/** Each PIN in its turn, but for the right one. */
const pinOf = (turn: number) => (turn === Number(PIN) ? "2581" : String(turn).padStart(4, "0"));

async function showCard(staff: TestStaff) {
  const { memberId, visitId, number } = await startVisit(staff);
  await issueCard(memberId, staff, MAY_DAY, PIN);
  const key = (typed: string) => checkCardPin({ visitId, memberId, typed }, staff, MAY_DAY);
  return { memberId, key, card: { by: "number", number } as const };
}

test(
  "a card's PIN at the counter: of all tries five are judged, and staff who know the person give it back at once",
  async () => {
    const staff = await makeStaff();
    const { memberId, key } = await showCard(staff);
    const tally = await tryOn((turn) => key(pinOf(turn)));
    expect([tally.of("in"), tally.of("wrong_pin"), tally.of("pin_shut")]).toEqual([0, 5, TRIES - 5]);
    expect(await key(PIN)).toMatchObject({ reason: "pin_shut" });
    await setCardPin({ memberId, pin: "8052" }, staff, MAY_DAY);
    expect(await key("8052")).toMatchObject({ ok: true });
  },
  PATIENCE,
);

test(
  "a card's PIN in the app, by any number of members from anywhere: ten are judged in a day and thirty in a season; at the counter its owner pays on, and joins after it",
  async () => {
    const staff = await makeStaff();
    const { key, card } = await showCard(staff);
    const judged: number[] = [];
    for (let day = 0; day < 5; day += 1) {
      await admin`delete from rate_limits where key like 'card_join_city:%'`;
      // Each member has five tries a day of their own: as many members as may be judged, and as many again.
      const strangers: string[] = [];
      while (strangers.length < 20) strangers.push((await makeMember()).memberId);
      const join = (turn: number) =>
        tryJoin({ memberId: strangers[turn % 20] as string, card, pin: pinOf(turn) }, newAddress(), AT);
      const tally = await tryOn(join, TRIES / 5);
      judged.push(tally.of("wrong_card"));
      expect(tally.of("in")).toBe(0);
      if (day < 4) await admin`delete from rate_limits where key like 'card_join_card:%'`;
    }
    expect(judged).toEqual([10, 10, 10, 0, 0]);
    expect(await key(PIN)).toMatchObject({ ok: true });
    // The season is over.
    await admin`delete from rate_limits where key like 'card_join_card%'`;
    const { memberId: owner } = await makeMember();
    expect(await tryJoin({ memberId: owner, card, pin: PIN }, newAddress(), AT)).toMatchObject({ ok: true });
  },
  PATIENCE,
);

test("who is told to wait for a card that strangers tried is told no longer than a day", async () => {
  const { card } = await showCard(await makeStaff());
  for (let turn = 0; turn < 10; turn += 1)
    await tryJoin({ memberId: (await makeMember()).memberId, card, pin: pinOf(turn) }, newAddress(), AT);
  const owner = await makeMember();
  const waits = await tryJoin({ memberId: owner.memberId, card, pin: PIN }, newAddress(), AT);
  expect(waits).toMatchObject({ ok: false, reason: "too_many_guesses" });
  expect("retryAfterSeconds" in waits && waits.retryAfterSeconds).toBeLessThanOrEqual(DAY);
});

import { expect, test } from "vitest";
import { decideJoin } from "@/lib/members/decide-join";

const pinHash = Buffer.alloc(32, 1);
const wrong = Buffer.alloc(32, 2);
const app = { memberId: "app", isActive: true, hasHistory: false, hasCard: false, hasEmail: true };
const card = { memberId: "card", isActive: true, hasEmail: false, pinHash, pinTriesLeft: 5 };
const refused = (reason: string) => ({ ok: false, reason });

test("a card and its PIN join an account that has never moved a point", () => {
  expect(decideJoin(app, card, pinHash)).toMatchObject({ ok: true });
});

test("no card, no PIN, a wrong one, a shut one and one's own are told alike", () => {
  const faults = [
    decideJoin(app, undefined, pinHash),
    decideJoin(app, card, wrong),
    decideJoin(app, { ...card, pinHash: null }, pinHash),
    decideJoin(app, { ...card, pinTriesLeft: 0 }, pinHash),
    decideJoin(app, { ...card, isActive: false }, pinHash),
    decideJoin(app, { ...card, memberId: "app" }, pinHash),
  ];
  for (const fault of faults) expect(fault).toEqual(refused("wrong_card"));
});

test("whoever has a history, a card or another address is for the counter to merge", () => {
  expect(decideJoin({ ...app, hasHistory: true }, card, pinHash)).toEqual(refused("has_history"));
  expect(decideJoin({ ...app, isActive: false }, card, pinHash)).toEqual(refused("has_history"));
  expect(decideJoin({ ...app, hasCard: true }, card, pinHash)).toEqual(refused("has_card"));
  expect(decideJoin(app, { ...card, hasEmail: true }, pinHash)).toEqual(refused("has_email"));
  expect(decideJoin({ ...app, hasEmail: false }, { ...card, hasEmail: true }, pinHash)).toMatchObject({ ok: true });
});

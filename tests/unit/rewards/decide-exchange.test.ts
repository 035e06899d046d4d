import { expect, test } from "vitest";
import { decideExchange, decideMostPieces, decideOffer, readExchangeRefusal } from "@/lib/rewards/decide-exchange";
import { ok, refuse } from "@/lib/shared/result";

const offer = { points: 100, stock: 2, closedAt: null };

test("pieces on the shelf are exchanged for the price that was shown, up to the last one", () => {
  expect(decideOffer(offer, { pieces: 2, points: 200 })).toEqual(ok(null));
  expect(decideOffer(offer, { pieces: 3, points: 300 })).toEqual(refuse("out_of_stock"));
  expect(decideOffer(offer, { pieces: 2, points: 199 })).toEqual(refuse("price_changed"));
  expect(decideOffer({ ...offer, closedAt: new Date() }, { pieces: 1, points: 100 })).toEqual(refuse("reward_closed"));
});

test("what was exchanged already is let through to the ledger, which has the first answer", () => {
  const facts = { ...offer, stock: 0, recordedPieces: 1 };
  expect(decideExchange(facts, { pieces: 1, points: 100 })).toEqual(ok(facts));
  expect(decideExchange({ ...facts, recordedPieces: null }, { pieces: 1, points: 100 })).toEqual(
    refuse("out_of_stock"),
  );
  expect(decideExchange(facts, { pieces: 20, points: 100 })).toEqual(refuse("event_key_conflict"));
  expect(decideExchange(undefined, { pieces: 1, points: 100 })).toEqual(refuse("unknown_reward"));
});

test("the most pieces are what wallet, shelf and one handing over allow", () => {
  expect(decideMostPieces(offer, 199, 20)).toBe(1);
  expect(decideMostPieces(offer, 900, 20)).toBe(2);
  expect(decideMostPieces({ ...offer, stock: 50 }, 9000, 20)).toBe(20);
  expect(decideMostPieces({ ...offer, closedAt: new Date() }, 9000, 20)).toBe(0);
});

test("what the ledger should never say of an exchange is a fault", () => {
  expect(readExchangeRefusal("own_wallet")).toBe("own_wallet");
  expect(readExchangeRefusal("book_archived")).toBe("book_archived");
  expect(() => readExchangeRefusal("shop_closed")).toThrow("shop_closed");
});

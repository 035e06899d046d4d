import assert from "node:assert/strict";
import { EARNED, SPENT } from "../amounts";
import { readBook } from "../book";
import type { Promised } from "../proof";
import { Visitor } from "../visitor";

export const paidOnce: Promised = {
  name: "paid once by a cut connection, a double submit and one more, all with the same receipt",
  async run({ city, admin, people: { payer, offers, shop } }) {
    const visitor = new Visitor(city.origin, payer);
    const grant = await visitor.claim(String(offers[0]));
    const quote = await visitor.quote(shop, SPENT);
    await visitor.payAndHangUp(shop, quote);
    const [one, other] = await Promise.all([visitor.pay(shop, quote), visitor.pay(shop, quote)]);
    const again = await visitor.pay(shop, quote);
    assert.deepEqual([other, again], [one, one]);
    assert.deepEqual(await readBook(admin, payer), { balance: EARNED - SPENT, transfers: [grant, one] });
    assert.ok(await visitor.opens(one), "the receipt does not open");
    return undefined;
  },
};

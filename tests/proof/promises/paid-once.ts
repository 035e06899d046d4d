import assert from "node:assert/strict";
import type { Sql } from "postgres";
import { EARNED, SPENT } from "../amounts";
import { readBook } from "../book";
import type { Citizen } from "../people";
import type { Promised } from "../proof";
import { Visitor } from "../visitor";

/** Milliseconds that a payment may take whose browser is gone. */
const PATIENCE = 20_000;

/** The cut request's own payment: without it the next one would be the first, and nothing would be repeated. */
async function waitForPayment(admin: Sql, payer: Citizen, grant: string): Promise<string> {
  const until = performance.now() + PATIENCE;
  for (;;) {
    const payment = (await readBook(admin, payer)).transfers.find((id) => id !== grant);
    if (payment) return payment;
    if (performance.now() > until) throw new Error("the payment whose connection was cut was not posted");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export const paidOnce: Promised = {
  name: "paid once by a cut connection, a double submit and one more, all with the same receipt",
  async run({ city, admin, people: { payer, offers, shop } }) {
    const visitor = new Visitor(city.origin, payer);
    const grant = await visitor.claim(String(offers[0]));
    const quote = await visitor.quote(shop, SPENT);
    await visitor.payAndHangUp(shop, quote);
    const cut = await waitForPayment(admin, payer, grant);
    const [one, other] = await Promise.all([visitor.pay(shop, quote), visitor.pay(shop, quote)]);
    const again = await visitor.pay(shop, quote);
    assert.deepEqual([one, other, again], [cut, cut, cut]);
    assert.deepEqual(await readBook(admin, payer), { balance: EARNED - SPENT, transfers: [grant, one] });
    assert.ok(await visitor.opens(one), "the receipt does not open");
    return undefined;
  },
};

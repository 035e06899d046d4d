import assert from "node:assert/strict";
import { EARNED } from "../amounts";
import { readBook } from "../book";
import type { Promised } from "../proof";
import { Visitor } from "../visitor";

const SCANS = 20;

export const earnedOnce: Promised = {
  name: `earned once by ${SCANS} simultaneous scans, all led to the same receipt`,
  async run({ city, admin, people: { scanner, offers } }) {
    const visitor = new Visitor(city.origin, scanner);
    const receipts = await Promise.all(Array.from({ length: SCANS }, () => visitor.claim(String(offers[0]))));
    const [receipt] = receipts;
    assert.deepEqual(receipts, Array(SCANS).fill(receipt));
    assert.deepEqual(await readBook(admin, scanner), { balance: EARNED, transfers: [receipt] });
    assert.ok(receipt && (await visitor.opens(receipt)), "the receipt does not open");
    return undefined;
  },
};

import { expect, test } from "vitest";
import { db } from "@/db/client";
import { verifyLedger } from "@/lib/ledger/verify-ledger";
import { fillLedger } from "../support/bulk-ledger";
import { adminSql } from "../support/database";

const admin = adminSql();

/** A city's members, or a tenth of them; three transfers for each of four rounds: a million, or a hundred thousand. */
const members = process.env.FULL ? 84_000 : 8_400;

test("a large ledger is verified within fifteen seconds", async () => {
  const { transfers } = await fillLedger(admin, { members, rounds: 4 });
  await admin`vacuum analyze`;
  const started = performance.now();
  const { faults, counts } = await verifyLedger(db);
  const seconds = (performance.now() - started) / 1000;
  expect(faults).toEqual([]);
  expect(counts).toEqual({ transfers, wallets: members, lots: members * 8, points: members * 200 });
  expect(seconds).toBeLessThan(15);
}, 600_000);

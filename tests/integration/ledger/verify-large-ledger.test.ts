import { expect, test } from "vitest";
import { db } from "@/db/client";
import { verifyLedger } from "@/lib/ledger/verify-ledger";
import { fillLedger } from "../../support/bulk-ledger";
import { adminSql } from "../../support/database";

const admin = adminSql();

test("a ledger of a hundred thousand transfers is verified within seconds", async () => {
  const made = await fillLedger(admin, { members: 8_400, rounds: 4 });
  await admin`analyze`;
  const started = performance.now();
  const { faults, counts } = await verifyLedger(db);
  expect(faults).toEqual([]);
  expect(counts).toEqual({ transfers: made.transfers, wallets: 8_400, lots: 67_200, points: 1_680_000 });
  expect(performance.now() - started).toBeLessThan(15_000);
});

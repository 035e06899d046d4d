import assert from "node:assert/strict";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "@/db/schema";
import { verifyLedger } from "@/lib/ledger/verify-ledger";
import type { Check } from "../check";

export const verified: Check = {
  name: "what all the others left behind is verified",
  async run({ url }) {
    // A client of its own: drizzle changes how the one it is given writes dates.
    const client = postgres(url, { max: 2 });
    try {
      const { faults, counts } = await verifyLedger(drizzle(client, { schema, casing: "snake_case" }));
      assert.deepEqual(faults, []);
      assert.ok(counts.transfers > 0, "there was nothing to verify");
    } finally {
      await client.end();
    }
  },
};

import { format } from "node:util";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";

test("a failed query can be printed without the values it was called with", async () => {
  const secret = "hanako@example.jp";
  const failed = await db.execute(sql`select ${secret}::integer`).catch((error: unknown) => error);
  const printed = format("%s %O", failed, { failed });
  expect(printed).toContain("22P02");
  expect(printed).not.toContain(secret);
});

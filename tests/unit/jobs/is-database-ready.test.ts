import { expect, test } from "vitest";
import { isDatabaseReady } from "@/lib/jobs/is-database-ready";

test("a database that is not there is not ready, and the answer comes within seconds", async () => {
  const asked = performance.now();
  expect(await isDatabaseReady()).toBe(false);
  expect(performance.now() - asked).toBeLessThan(4_000);
});

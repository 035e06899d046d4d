import { afterEach, expect, test, vi } from "vitest";
import { startExpirySweep } from "@/lib/jobs/sweep-expired";
import { adminSql } from "../../support/database";

const admin = adminSql();

afterEach(() => void vi.useRealTimers());

test("sign-ins that ended a day ago go within a minute, also while nobody signs in, and later ones stay", async () => {
  const add = (count: number, ended: string) => admin`
    insert into sign_in_attempts (id, browser_hash, audience, expires_at)
    select gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), 'member', now() - ${ended}::interval
      from generate_series(1, ${count}::int)`;
  await add(200, "25 hours");
  await add(3, "23 hours");
  vi.useFakeTimers({ toFake: ["setInterval"] });
  startExpirySweep();
  vi.advanceTimersByTime(60_000);
  await vi.waitFor(async () => expect(await admin`select 1 from sign_in_attempts`).toHaveLength(3), { timeout: 5000 });
});

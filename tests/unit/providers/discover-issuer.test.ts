import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { discoverIssuer } from "@/lib/providers/discover-issuer";

const ISSUER = "https://portal.example";
const fetched = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", fetched);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("an issuer that is down is asked once in ten seconds, whoever asks, and believed as soon as it answers again", async () => {
  fetched.mockRejectedValue(new Error("down"));
  for (let visit = 0; visit < 5; visit += 1) await expect(discoverIssuer(ISSUER)).rejects.toThrow("down");
  expect(fetched).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(9_000);
  await expect(discoverIssuer(ISSUER)).rejects.toThrow("down");
  expect(fetched).toHaveBeenCalledTimes(1);
  fetched.mockImplementation(async () => Response.json({ issuer: ISSUER, jwks_uri: `${ISSUER}/keys` }));
  vi.advanceTimersByTime(1_000);
  expect(await discoverIssuer(ISSUER)).toMatchObject({ issuer: ISSUER });
  expect(await discoverIssuer(ISSUER)).toMatchObject({ issuer: ISSUER });
  expect(fetched).toHaveBeenCalledTimes(2);
});

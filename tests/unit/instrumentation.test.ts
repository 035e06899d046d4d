import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { onRequestError } from "@/instrumentation";
import { log } from "@/lib/log";

beforeEach(() => vi.stubEnv("NEXT_RUNTIME", "nodejs"));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const context = {
  routerKind: "App Router",
  routePath: "/history",
  routeType: "render",
  renderSource: "react-server-components",
  revalidateReason: undefined,
} as const;

test("the line of an error that nobody caught carries the number that the person was shown, and the request's", async () => {
  const written = vi.spyOn(log, "error");
  const shown = Object.assign(new Error("hanako@example.jp"), { digest: "2087465312" });
  const request = { path: "/history", method: "GET", headers: { "x-request-id": "request-7" } };
  await onRequestError(shown, request, context);
  const [line] = written.mock.calls;
  expect(line?.[0]).toMatchObject({ digest: "2087465312", requestId: "request-7", route: "/history" });
  expect(JSON.stringify(line)).not.toContain("hanako");
});

import { expect, test, vi } from "vitest";
import { describeDevice } from "@/lib/auth/describe-device";

vi.mock("next/headers", () => import("../../support/browser"));

const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
    "Chrome 142 / Windows",
  ],
  [`${iphone} Version/17.0 Mobile/15E148 Safari/604.1`, "Safari 17 / iOS"],
  ["", ""],
  [null, ""],
])("a browser and its system are told in few words: %s", (userAgent, told) => {
  expect(describeDevice(userAgent)).toBe(told);
});

test.each([
  "Hanako/5.1 (x)",
  "KomaeHanako",
  `${iphone} Version/Hanako.0 Mobile/15E148 Safari/604.1`,
  "Mozilla/5.0 (Hanako; Hanako OS 5) Hanako/3",
])("what somebody called their browser themselves is not kept: %s", (userAgent) => {
  expect(describeDevice(userAgent)).not.toContain("Hanako");
});

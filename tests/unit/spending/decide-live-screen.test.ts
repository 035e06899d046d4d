import { expect, test } from "vitest";
import { decideLiveScreen } from "@/lib/spending/decide-live-screen";

const recordedAt = new Date("2026-05-03T01:12:00.500Z");
const after = (milliseconds: number) => new Date(recordedAt.getTime() + milliseconds);

test.each([-20, 0, 59_999])("the way from the payment opens the live screen, %i ms after it", (milliseconds) => {
  expect(decideLiveScreen({ recordedAt, cameFromPayment: true }, after(milliseconds))).toBe("live");
});

test.each([60_000, 86_400_000])("a minute later the same address shows the grey receipt: %i ms", (milliseconds) => {
  expect(decideLiveScreen({ recordedAt, cameFromPayment: true }, after(milliseconds))).toBe("grey");
});

test("whoever comes by another way sees the grey receipt, even at once", () => {
  expect(decideLiveScreen({ recordedAt, cameFromPayment: false }, after(1))).toBe("grey");
});

import { expect, test } from "vitest";
import { decideInvitation, needsInvitation } from "@/lib/members/decide-invitation";

const at = new Date("2026-05-01T00:00:00Z");
const live = { usedAt: null, revokedAt: null, expiresAt: new Date("2026-05-02T00:00:00Z") };

test("a live invitation lets its bearer in", () => {
  expect(decideInvitation(live, at)).toEqual({ ok: true, value: null });
});

test.each([
  ["untyped", "invitation_missing"],
  [undefined, "invitation_unknown"],
  [{ ...live, usedAt: at }, "invitation_used"],
  [{ ...live, revokedAt: at }, "invitation_revoked"],
  [{ ...live, expiresAt: at }, "invitation_expired"],
] as const)("%o is refused by its own reason", (found, reason) => {
  expect(decideInvitation(found, at)).toEqual({ ok: false, reason });
});

test("only a closed test asks for one, and of nobody twice", () => {
  expect(needsInvitation("closed_test", false)).toBe(true);
  expect(needsInvitation("closed_test", true)).toBe(false);
  for (const book of ["real", "demo", undefined] as const) expect(needsInvitation(book, false)).toBe(false);
});

import { expect, test } from "vitest";
import { decideCounter } from "@/lib/passkeys/decide-counter";
import { decideInvitation } from "@/lib/staff/decide-invitation";
import { decideRemoval } from "@/lib/staff/decide-removal";
import { decideSecondsLeft } from "@/lib/staff/decide-session-end";

const at = new Date("2026-05-03T01:12:00Z");
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);

test("a counter goes on, or is not kept at all", () => {
  expect(decideCounter(0, 0).ok && decideCounter(4, 5).ok).toBe(true);
  for (const shown of [0, 3, 4]) expect(decideCounter(4, shown)).toEqual({ ok: false, reason: "counter_went_back" });
});

test("the last factor stays, and only one's own can go", () => {
  const two = [
    { id: "a", kind: "passkey" },
    { id: "b", kind: "totp" },
  ] as const;
  expect(decideRemoval(two, "b")).toEqual({ ok: true, value: two[1] });
  expect(decideRemoval(two, "c")).toEqual({ ok: false, reason: "unknown_factor" });
  expect(decideRemoval(two.slice(0, 1), "a")).toEqual({ ok: false, reason: "last_factor" });
});

test("an enrolment code is right once open, in time and with tries left", () => {
  const codeHash = Buffer.alloc(32, 1);
  const open = { codeHash, triesLeft: 1, expiresAt: later(1) };
  expect(decideInvitation(open, codeHash, at)).toEqual({ ok: true, value: "right" });
  expect(decideInvitation(open, Buffer.alloc(32, 2), at)).toMatchObject({ reason: "wrong_enrolment_code" });
  expect(decideInvitation({ ...open, triesLeft: 0 }, codeHash, at)).toMatchObject({
    reason: "no_enrolment_tries_left",
  });
  expect(decideInvitation(open, codeHash, later(1))).toMatchObject({ reason: "invitation_expired" });
  expect(decideInvitation(undefined, codeHash, at)).toMatchObject({ reason: "no_invitation" });
});

test("a session ends after a quarter of an hour without a request, and at its end in any case", () => {
  expect(decideSecondsLeft({ lastSeenAt: at, expiresAt: later(9999) }, later(60))).toBe(840);
  expect(decideSecondsLeft({ lastSeenAt: at, expiresAt: later(100) }, later(60))).toBe(40);
  expect(decideSecondsLeft({ lastSeenAt: at, expiresAt: later(100) }, later(200))).toBe(0);
});

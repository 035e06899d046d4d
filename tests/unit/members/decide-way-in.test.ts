import { expect, test } from "vitest";
import { decideEmail, decideWayRemoval, type WayIn } from "@/lib/members/decide-way-in";

const email: WayIn = { kind: "email", id: "email" };
const passkey: WayIn = { kind: "passkey", id: "p" };
const ways = { own: [email], hasCard: false, isOfCounter: false };

test("the last way in stays; a second one, a card or a sign-up at the counter lets it go", () => {
  expect(decideWayRemoval(ways, email)).toEqual({ ok: false, reason: "last_way_in" });
  for (const more of [{ own: [email, passkey] }, { hasCard: true }, { isOfCounter: true }])
    expect(decideWayRemoval({ ...ways, ...more }, email)).toEqual({ ok: true, value: email });
});

test("what is not the member's cannot be removed", () => {
  expect(decideWayRemoval(ways, passkey)).toEqual({ ok: false, reason: "unknown_way" });
  expect(decideWayRemoval(ways, { kind: "identity", id: "email" })).toEqual({ ok: false, reason: "unknown_way" });
});

test("an address is new, one's own or somebody else's", () => {
  expect(decideEmail(undefined, "a")).toEqual({ ok: true, value: "new" });
  expect(decideEmail({ memberId: "a" }, "a")).toEqual({ ok: true, value: "own" });
  expect(decideEmail({ memberId: "b" }, "a")).toEqual({ ok: false, reason: "email_taken" });
});

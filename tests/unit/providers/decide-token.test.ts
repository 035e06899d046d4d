import { expect, test } from "vitest";
import { decideBearer, decideLogout } from "@/lib/providers/decide-token";

const events = { "http://schemas.openid.net/event/backchannel-logout": {} };

test("a logout token tells of a person, of a session there, or of both", () => {
  expect(decideLogout({ events, jti: "1", sub: "a" })).toEqual({
    ok: true,
    value: { jti: "1", sub: "a", sid: undefined },
  });
  expect(decideLogout({ events, jti: "1", sid: "s" }).ok).toBe(true);
  expect(decideLogout({ events, jti: "1", sub: "a", sid: "s" }).ok).toBe(true);
});

test.each([
  ["no event", { jti: "1", sub: "a" }],
  ["another event", { events: { other: {} }, jti: "1", sub: "a" }],
  ["a nonce, which makes it an ID token", { events, jti: "1", sub: "a", nonce: "n" }],
  ["nobody named", { events, jti: "1" }],
  ["no id of its own", { events, sub: "a" }],
  ["a name that is no text", { events, jti: "1", sub: 7 }],
])("%s: it is no logout token", (_, claims) => {
  expect(decideLogout(claims)).toEqual({ ok: false, reason: "not_a_logout_token" });
});

test("a bearer needs a subject and the scope", () => {
  expect(decideBearer({ sub: "a", scope: "openid points:read" })).toEqual({ ok: true, value: "a" });
  expect(decideBearer({ sub: "a", scope: "points:reader" })).toEqual({ ok: false, reason: "scope_missing" });
  expect(decideBearer({ sub: "a" })).toEqual({ ok: false, reason: "scope_missing" });
  expect(decideBearer({ scope: "points:read" })).toEqual({ ok: false, reason: "token_invalid" });
});

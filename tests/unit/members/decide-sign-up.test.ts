import { expect, test } from "vitest";
import { decideConsent } from "@/lib/members/decide-consent";
import { decideOwed } from "@/lib/members/decide-owed";
import { decideSignUp } from "@/lib/members/decide-sign-up";

const at = new Date("2026-05-01T01:00:00Z");
const seen = { terms: 2, privacy: 1 };
const told = (birthYear: number | undefined) => decideSignUp({ birthYear, seen, newest: seen }, at);

test("the year of birth may stay untold; under 15 a guardian is needed, and nobody is 130 or unborn", () => {
  expect(told(undefined).ok).toBe(true);
  expect(told(2011).ok).toBe(true);
  expect(told(2012)).toMatchObject({ reason: "guardian_needed" });
  expect(told(1897).ok).toBe(true);
  expect(told(1896)).toMatchObject({ reason: "unlikely_birth_year" });
  expect(told(2027)).toMatchObject({ reason: "unlikely_birth_year" });
});

test("the year turns at midnight in the city", () => {
  const told = (at: string) => decideSignUp({ birthYear: 2012, seen, newest: seen }, new Date(at));
  expect(told("2026-12-31T14:59:59Z").ok).toBe(false);
  expect(told("2026-12-31T15:00:00Z").ok).toBe(true);
});

test("only the texts that stand can be agreed to", () => {
  expect(decideConsent(seen, seen).ok).toBe(true);
  expect(decideConsent(seen, { terms: 3, privacy: 1 })).toMatchObject({ reason: "texts_changed" });
  expect(decideConsent({ terms: 3, privacy: 1 }, seen)).toMatchObject({ reason: "texts_changed" });
});

test("the sign-up is owed before the consent, and whoever has both owes nothing", () => {
  expect(decideOwed({ registeredAt: null, lacksConsent: true })).toBe("sign_up");
  expect(decideOwed({ registeredAt: at, lacksConsent: true })).toBe("consent");
  expect(decideOwed({ registeredAt: at, lacksConsent: false })).toBeUndefined();
});

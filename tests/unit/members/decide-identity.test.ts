import { expect, test } from "vitest";
import { decideEntry, decideLink } from "@/lib/members/decide-identity";
import { decideResidencyProof, decideVouching } from "@/lib/members/decide-residency-proof";

const known = (state: string) => ({ identityId: "i", memberId: "m", state });

test("a membership that is there is opened, also while it is being left; an ended or merged one is not", () => {
  for (const state of ["active", "leaving"]) expect(decideEntry(known(state)).ok).toBe(true);
  for (const state of ["left", "merged"])
    expect(decideEntry(known(state))).toEqual({ ok: false, reason: "membership_ended" });
});

test("an account at a provider is one member's", () => {
  expect(decideLink(undefined, "m")).toEqual({ ok: true, value: "new" });
  expect(decideLink(known("active"), "m")).toEqual({ ok: true, value: "linked_before" });
  expect(decideLink(known("active"), "n")).toEqual({ ok: false, reason: "identity_taken" });
});

test.each([
  { formatted: "東京都狛江市和泉本町1-1-5" },
  { formatted: "東京都 狛江市　和泉" },
  { region: "東京都", locality: "狛江市" },
  { formatted: "狛江市和泉" },
])("an address in the city shows residency: %o", (address) => {
  expect(decideResidencyProof(address, "狛江市").ok).toBe(true);
});

test.each([
  undefined,
  null,
  "東京都狛江市",
  {},
  { formatted: "" },
  { formatted: "東京都調布市狛江市通り1" },
  { region: "東京都", locality: "調布市", formatted: "東京都狛江市" },
  { formatted: ["狛江市"] },
])("no address, or one elsewhere, shows none: %o", (address) => {
  expect(decideResidencyProof(address, "狛江市")).toEqual({ ok: false, reason: "address_elsewhere" });
});

const side = (memberId: string, state = "active", isSamePerson = false) => ({ memberId, state, isSamePerson });

test("an account at a provider shows where one member lives: again, or after a merge of two of theirs, and nobody else", () => {
  expect(decideVouching(side("m"), undefined)).toEqual({ ok: true, value: "stays" });
  expect(decideVouching(side("m", "leaving"), side("m", "leaving"))).toEqual({ ok: true, value: "stays" });
  expect(decideVouching(side("m"), side("n", "merged", true))).toEqual({ ok: true, value: "moves" });
  expect(decideVouching(side("m"), side("n"))).toEqual({ ok: false, reason: "residency_taken" });
});

test("nobody's residency is shown whose membership has ended", () => {
  for (const own of [undefined, side("m", "left"), side("m", "merged")])
    expect(decideVouching(own, undefined)).toEqual({ ok: false, reason: "membership_ended" });
});

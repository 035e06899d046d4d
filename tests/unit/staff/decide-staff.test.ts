import { expect, test } from "vitest";
import type { Holding } from "@/lib/staff/decide-permission";
import {
  decideDisabling,
  decideEnabling,
  decideHoldings,
  decideNewcomer,
  decideRecovery,
  decideRoleChange,
} from "@/lib/staff/decide-staff";

const places = new Map([
  ["health", "section"],
  ["welfare", "group"],
]);
const admin: Holding = { role: "administrator", sectionId: null };
const viewer: Holding = { role: "viewer", sectionId: "health" };
const person = { staffId: "p", disabled: false, holdings: [viewer] };
const facts = { person, administrators: ["a", "b"], places };
const refuse = (reason: string) => ({ ok: false, reason });

test("nobody acts on themselves, on nobody, or without being an enabled administrator at that moment", () => {
  for (const decide of [decideDisabling, decideEnabling, decideRecovery]) {
    expect(decide({ ...facts, person: undefined }, "a")).toEqual(refuse("unknown_staff"));
    expect(decide(facts, "p")).toEqual(refuse("own_account"));
    expect(decide(facts, "c")).toEqual(refuse("not_administrator"));
  }
  expect(decideRoleChange(facts, [], "p")).toEqual(refuse("own_account"));
});

test("two administrators remain", () => {
  const boss = { staffId: "b", disabled: false, holdings: [admin] };
  expect(decideDisabling({ ...facts, person: boss }, "a")).toEqual(refuse("last_administrators"));
  expect(decideDisabling({ person: boss, administrators: ["a", "b", "c"] }, "a")).toMatchObject({ ok: true });
  expect(decideRoleChange({ ...facts, person: boss }, [viewer], "a")).toEqual(refuse("last_administrators"));
  expect(decideRoleChange({ ...facts, person: boss }, [admin, viewer], "a")).toMatchObject({ ok: true });
});

test("who is shut out can only be let in again, and who is in can only be shut out or recovered", () => {
  const out = { ...facts, person: { ...person, disabled: true } };
  expect(decideDisabling(out, "a")).toEqual(refuse("already_disabled"));
  expect(decideRecovery(out, "a")).toEqual(refuse("already_disabled"));
  expect(decideEnabling(out, "a")).toMatchObject({ ok: true });
  expect(decideEnabling(facts, "a")).toEqual(refuse("not_disabled"));
  expect(decideDisabling(facts, "a")).toMatchObject({ ok: true });
  expect(decideRecovery(facts, "a")).toMatchObject({ ok: true });
});

test("a change of roles says what is added and what ends", () => {
  const counter: Holding = { role: "counter", sectionId: null };
  expect(decideRoleChange(facts, [counter], "a")).toEqual({ ok: true, value: { added: [counter], ended: [viewer] } });
  expect(decideRoleChange(facts, [viewer], "a")).toEqual(refuse("no_change"));
});

test.each<[string, Holding, string | undefined]>([
  ["a role in a section", viewer, undefined],
  ["a role everywhere", admin, undefined],
  ["an organiser in a group", { role: "organiser", sectionId: "welfare" }, undefined],
  ["an organiser in a section", { role: "organiser", sectionId: "health" }, "role_not_there"],
  ["an organiser everywhere", { role: "organiser", sectionId: null }, "role_not_there"],
  ["another role in a group", { role: "viewer", sectionId: "welfare" }, "role_not_there"],
  ["a role in a place that is none", { role: "viewer", sectionId: "nowhere" }, "unknown_section"],
])("%s: %s", (_, holding, reason) => {
  expect(decideHoldings([holding], places)).toEqual(reason ? refuse(reason) : { ok: true, value: null });
});

test("a newcomer has an address that is nobody's yet and a section", () => {
  const wish = { sectionId: "health", holdings: [viewer] };
  const known = { administrators: ["a"], places, isKnown: false };
  expect(decideNewcomer(known, wish, "a")).toMatchObject({ ok: true });
  expect(decideNewcomer(known, wish, "x")).toEqual(refuse("not_administrator"));
  expect(decideNewcomer({ ...known, isKnown: true }, wish, "a")).toEqual(refuse("already_staff"));
  expect(decideNewcomer(known, { ...wish, sectionId: "nowhere" }, "a")).toEqual(refuse("unknown_section"));
});

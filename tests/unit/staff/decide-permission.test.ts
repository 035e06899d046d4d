import { expect, test } from "vitest";
import { isWithin } from "@/lib/shared/scope";
import { decidePermission, type Holding } from "@/lib/staff/decide-permission";
import { type Permission, permissionNames, permissions, type Role, roles } from "@/lib/staff/permissions";

const rolesOf = (name: Permission): readonly Role[] => permissions[name];
const decide = (holdings: Holding[], permission: "shop.write" | "audit.export") =>
  decidePermission(permissions, holdings, permission);

test("a role gives its permissions where it is held, and no others", () => {
  expect(decide([{ role: "programme", sectionId: "health" }], "shop.write")).toEqual(["health"]);
  expect(decide([{ role: "programme", sectionId: null }], "shop.write")).toBe("everywhere");
  expect(decide([{ role: "programme", sectionId: null }], "audit.export")).toBeUndefined();
  expect(decide([], "shop.write")).toBeUndefined();
});

test("a role held in two sections reaches both, and one held everywhere reaches all", () => {
  const health: Holding = { role: "programme", sectionId: "health" };
  expect(decide([health, { role: "programme", sectionId: "nature" }], "shop.write")).toEqual(["health", "nature"]);
  expect(decide([health, { role: "programme", sectionId: null }], "shop.write")).toBe("everywhere");
});

test("a role without the permission widens nothing", () => {
  const holdings: Holding[] = [
    { role: "programme", sectionId: "health" },
    { role: "viewer", sectionId: null },
  ];
  expect(decide(holdings, "shop.write")).toEqual(["health"]);
});

test("what lies outside the scope is not within, and what belongs to the whole city is within “everywhere” alone", () => {
  expect(isWithin(["health"], "health")).toBe(true);
  expect(isWithin(["health"], "nature")).toBe(false);
  expect(isWithin(["health"], null)).toBe(false);
  expect(isWithin("everywhere", "nature")).toBe(true);
  expect(isWithin("everywhere", null)).toBe(true);
});

test("every permission is somebody's, and every role opens the console", () => {
  expect(permissionNames.filter((name) => rolesOf(name).length === 0)).toEqual([]);
  expect(permissions["console.read"]).toEqual(roles);
});

const has = (role: Role) => permissionNames.filter((name) => rolesOf(name).includes(role));
const readers = ["viewer", "auditor"] as const;

test.each(readers)("the %s role changes nothing", (role) => {
  expect(has(role).filter((name) => !/\.(read|export)$/.test(name))).toEqual([]);
});

test("an outside organiser sees activities and their posters, and nothing else", () => {
  expect(has("organiser")).toEqual(["console.read", "activity.read", "code.read"]);
});

test("nobody who manages the staff moves points, and nobody who approves drafts what they approve", () => {
  expect(has("administrator").filter((name) => /^(programme|activity|code|grant|counter|reward)\./.test(name))).toEqual(
    [],
  );
  expect(has("approver").filter((name) => /\.(write|correct|act)$/.test(name))).toEqual([]);
});

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { checkout } from "@/db/postgres-binaries";
import floors from "../../support/version-floors.json";

type Package = { version: string; resolved?: string; link?: boolean };

const read = (file: string) => JSON.parse(readFileSync(path.join(checkout, file), "utf8"));
const packages: Record<string, Package> = read("package-lock.json").packages;

/** Is `version` at least `floor`? A pre-release is older than its release. */
function reaches(version: string, floor: string): boolean {
  const [numbers = "", preRelease] = version.split("-", 2);
  const has = numbers.split(".").map(Number);
  const wants = floor.split(".").map(Number);
  const differs = has.findIndex((number, index) => number !== wants[index]);
  if (differs === -1) return preRelease === undefined;
  return (has[differs] ?? 0) > (wants[differs] ?? 0);
}

test.each(floors)(
  "$package is at least $floor in every place of the lock file ($advisory)",
  ({ package: name, floor }) => {
    const copies = Object.entries(packages).filter(([place]) => place.endsWith(`node_modules/${name}`));
    expect(copies.length).toBeGreaterThan(0);
    expect(copies.filter(([, { version }]) => !reaches(version, floor))).toEqual([]);
  },
);

test("a version below its floor is noticed", () => {
  expect(reaches("16.4.4", "16.4.5")).toBe(false);
  expect(reaches("16.4.5-canary.1", "16.4.5")).toBe(false);
  expect(reaches("9.10.0", "9.9.9")).toBe(true);
  expect(reaches("17.0.0", "16.4.5")).toBe(true);
});

test("the lock file names no address to download from", () => {
  expect(Object.entries(packages).filter(([, { resolved, link }]) => resolved && !link)).toEqual([]);
});

test("every dependency is pinned to one version", () => {
  const { dependencies, devDependencies, optionalDependencies } = read("package.json");
  const wanted = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)))).toEqual([]);
});

import { expect, test } from "vitest";
import { findActionFaults } from "../../support/house/find-action-faults";
import { parse, readSources } from "../../support/house/sources";

const faultsOf = (text: string) => findActionFaults(parse("app/actions.ts", text));

test("every server action is an async function named …Action whose line one is a guard", () => {
  expect(readSources("app", "components", "lib").flatMap(findActionFaults)).toEqual([]);
});

test("a guard alone, or with its answer kept, is accepted", () => {
  expect(faultsOf(`"use server"; export async function aAction() { await requireStaff(); }`)).toEqual([]);
  expect(faultsOf(`"use server"; export async function aAction() { const { id } = await requireMember(); }`)).toEqual(
    [],
  );
  expect(faultsOf(`"use server"; export type State = string; function helper() {}`)).toEqual([]);
});

test.each([
  ["a constant", `"use server"; export const limit = 3;`],
  ["an arrow function", `"use server"; export const aAction = async () => { await requireStaff(); };`],
  [
    "a default export",
    `"use server"; export default async function aAction() { await requireStaff(); }; export default 3;`,
  ],
  ["a re-export", `"use server"; export { aAction } from "./other";`],
  ["a function that is not async", `"use server"; export function aAction() { requireStaff(); }`],
  ["a name that does not say so", `"use server"; export async function save() { await requireStaff(); }`],
  ["no guard", `"use server"; export async function aAction() { await save(); }`],
  ["a guard in line two", `"use server"; export async function aAction() { const a = 1; await requireStaff(); }`],
  ["a guard that is not waited for", `"use server"; export async function aAction() { requireStaff(); }`],
  ["an action inside a component", `export function Page() { async function save() { "use server"; await drop(); } }`],
])("%s in a file of actions is caught", (_, text) => {
  expect(faultsOf(text)).not.toEqual([]);
});

import { expect, test } from "vitest";
import { findConsoleFaults } from "../../support/house/find-console-faults";
import { parse, readSources } from "../../support/house/sources";

const faultsOf = (file: string, text: string) => findConsoleFaults(parse(`app/admin/(console)/${file}`, text));

test("every page, route and action of the console begins by asking for a permission", () => {
  expect(readSources("app").flatMap(findConsoleFaults)).toEqual([]);
});

test("a permission asked for in line one is accepted, and a title that reads nothing asks for none", () => {
  const page = "export default async function Page() { await requirePermission('shop.read'); return null; }";
  expect(faultsOf("shops/page.tsx", page)).toEqual([]);
  expect(
    faultsOf("shops/page.tsx", `export async function generateMetadata() { return { title: t() }; } ${page}`),
  ).toEqual([]);
  expect(
    faultsOf("x/route.ts", "export async function GET() { const { scope } = await requirePermission('a'); }"),
  ).toEqual([]);
  const title = "export async function generateMetadata({ params }) { const scope = await findScope('a'); return {}; }";
  expect(faultsOf("shops/[id]/page.tsx", `${title} ${page}`)).toEqual([]);
  expect(faultsOf("denied/page.tsx", "export default async function Page() { await requireStaff(); }")).toEqual([]);
});

test.each([
  ["a page", "shops/page.tsx", "export default async function Page() { return null; }"],
  [
    "a page that asks late",
    "shops/page.tsx",
    "export default async function P() { await a(); await requirePermission('b'); }",
  ],
  ["a page that is a constant", "shops/page.tsx", "const Page = () => null; export default Page;"],
  ["a page for all staff", "shops/page.tsx", "export default async function Page() { await requireStaff(); }"],
  [
    "a title that reads a name",
    "shops/[id]/page.tsx",
    "export async function generateMetadata({ params }) { return find(params); } export default async function P() { await requirePermission('b'); }",
  ],
  ["a route", "x/route.ts", "export async function GET() { return read(); }"],
  ["an action", "x/actions.ts", '"use server"; export async function saveAction() { await requireVisitor(); }'],
])("%s without a permission in line one is caught", (_, file, text) => {
  expect(faultsOf(file, text)).not.toEqual([]);
});

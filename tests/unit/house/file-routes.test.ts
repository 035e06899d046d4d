import { expect, test } from "vitest";
import { findFileRouteFaults } from "../../support/house/find-file-route-faults";
import { parse, readSources } from "../../support/house/sources";

const faultsOf = (steps: string) =>
  findFileRouteFaults(parse("app/admin/(console)/x/route.ts", `export async function GET(request) { ${steps} }`));
const refusal = "if (isCrossSite(request.headers)) redirect('/admin');";
const act = "const made = await print(order, actor, at);";
const file = "return new Response(made);";

test("every route at /admin that answers a file refuses another site's link before it acts", () => {
  const sources = readSources("app/admin");
  expect(sources.flatMap(findFileRouteFaults)).toEqual([]);
});

test("a route that refuses first, and one that answers no file, are accepted", () => {
  expect(faultsOf(`${refusal} ${act} ${file}`)).toEqual([]);
  expect(
    faultsOf(`if (facts.revokedAt || isCrossSite(request.headers)) redirect(\`/admin/\${id}\`); ${act} ${file}`),
  ).toEqual([]);
  expect(faultsOf("return Response.json({ seconds });")).toEqual([]);
  expect(faultsOf("return new Response(null, { status: 404 });")).toEqual([]);
});

test.each([
  ["no refusal", `${act} ${file}`],
  ["a refusal after the act", `${act} ${refusal} ${file}`],
  [
    "a refusal only where something else is wrong too",
    `if (late && isCrossSite(request.headers)) redirect(a); ${file}`,
  ],
  ["a refusal that goes on", `if (isCrossSite(request.headers)) note(); ${act} ${file}`],
])("a file with %s is caught", (_, steps) => {
  expect(faultsOf(steps)).not.toEqual([]);
});

test("a route whose method is no function of its own is caught", () => {
  const text = "export const GET = async () => new Response(made);";
  expect(findFileRouteFaults(parse("app/admin/x/route.ts", text))).not.toEqual([]);
});

import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { GET } from "@/app/api/portal/v1/me/summary/route";
import { GET as describe_ } from "@/app/api/portal/v1/openapi.json/route";
import { sendHeaders, useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, earn, makeActivity, makeProgramme, makeStaff } from "../../support/fixtures";
import { portalPeople } from "../../support/portal-book";
import { bearerToken, type TokenChanges } from "../../support/portal-tokens";
import { openProviders, type Providers, signInAt } from "../../support/provider-world";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
const TARO = portalPeople.taro?.sub ?? "";
let providers: Providers;
let memberId = "";
beforeAll(async () => {
  providers = await openProviders();
  useBrowser();
  await signInAt();
  const [row] = await admin<{ id: string }[]>`select member_id as id from member_identities`;
  memberId = String(row?.id);
  const staff = await makeStaff();
  await earn(staff, memberId, 120, 30);
});
afterAll(() => Promise.all(Object.values(providers).map(({ stop }) => stop())));
beforeEach(() => void useBrowser());

async function ask(authorization?: string, more: Record<string, string> = {}): Promise<Response> {
  sendHeaders({
    ...(authorization && { authorization }),
    "x-komapo-peer": `192.0.2.${Math.floor(Math.random() * 250)}`,
  });
  return GET(new Request("http://localhost:3000/api/portal/v1/me/summary", { headers: more }));
}
const bearer = async (changes: TokenChanges = {}, sub = TARO) =>
  `Bearer ${await bearerToken(changes.issuer ?? providers.portal.issuer, sub, changes)}`;

const api = async () => (await describe_(new Request("http://localhost:3000/api/portal/v1/openapi.json"))).json();

test("the API's description is OpenAPI 3.1 without a fault", async () => {
  const checked = await new Validator().validate(await api());
  expect(checked.errors ?? []).toEqual([]);
  expect(checked.valid).toBe(true);
});

test("the summary is the member's own, as the description says, and private", async () => {
  const answer = await ask(await bearer());
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toContain("private");
  const summary = await answer.json();
  expect(summary).toMatchObject({ balance: 150, unread: 0 });
  expect(summary.today.length).toBeGreaterThan(0);
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  const isSummary = ajv.compile((await api()).components.schemas.Summary);
  expect(isSummary(summary), JSON.stringify(isSummary.errors)).toBe(true);
});

test("whoever holds the answer is told that nothing changed, until something does", async () => {
  const tag = (await ask(await bearer())).headers.get("etag") ?? "";
  for (const held of [tag, `W/${tag}`, `"x", ${tag}`, "*"]) {
    const answer = await ask(await bearer(), { "if-none-match": held });
    expect([answer.status, await answer.text()]).toEqual([304, ""]);
  }
  await earn(await makeStaff(), memberId, 1);
  expect((await ask(await bearer(), { "if-none-match": tag })).status).toBe(200);
});

test.each<[string, TokenChanges]>([
  ["another issuer's", { issuer: "https://evil.example" }],
  ["one for somebody else", { audience: "http://localhost:3000" }],
  ["an ID token", { typ: "JWT" }],
  ["an expired one", { age: 3600 }],
  ["one without a subject", { claims: { sub: "" } }],
])("%s opens nothing", async (_, changes) => {
  const answer = await ask(await bearer(changes));
  expect(answer.status).toBe(401);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.headers.get("www-authenticate")).toContain('error="invalid_token"');
});

test("no token, a token that was changed, and one without the scope are told apart", async () => {
  expect((await ask()).headers.get("www-authenticate")).toBe('Bearer realm="portal"');
  expect((await ask("Basic YTpi")).status).toBe(401);
  const token = await bearer();
  expect((await ask(`${token.slice(0, -6)}AAAAAA`)).status).toBe(401);
  const bare = await ask(await bearer({ claims: { scope: "openid" } }));
  expect([bare.status, (await bare.json()).code]).toEqual([403, "scope_missing"]);
});

test("a person whom nobody here is, and a membership that ended, are 404", async () => {
  const unknown = await ask(await bearer({}, "citizen-9999"));
  expect([unknown.status, (await unknown.json()).code]).toEqual([404, "unknown_member"]);
});

test("more than sixty reads of one member in a minute are 429 and say when to come back", async () => {
  await signInAt({ who: "saburo" });
  const token = await bearer({}, portalPeople.saburo?.sub);
  const statuses = await Promise.all(Array.from({ length: 61 }, async () => (await ask(token)).status));
  expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  const late = await ask(token);
  expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("refused tokens from one address are limited, and other addresses are not", async () => {
  const from = (peer: string) => {
    sendHeaders({ authorization: "Bearer x", "x-komapo-peer": peer });
    return GET(new Request("http://localhost:3000/api/portal/v1/me/summary"));
  };
  for (let count = 0; count < 120; count += 1) await from("203.0.113.9");
  expect((await from("203.0.113.9")).status).toBe(429);
  expect((await from("203.0.113.10")).status).toBe(401);
});

test("today's activities are those that are not over", async () => {
  const staff = await makeStaff();
  const programme = await makeProgramme(staff);
  const hour = (count: number) => new Date(AT.getTime() + count * 3_600_000);
  const at = (start: number) => ({
    ...{ startsAt: hour(start), endsAt: hour(start + 1) },
    ...{ opensAt: hour(start), closesAt: hour(start + 1) },
  });
  await makeActivity(staff, programme, { title: "きょうの夕方", ...at(6) });
  await makeActivity(staff, programme, { title: "あした", ...at(26) });
  const { today } = await (await ask(await bearer())).json();
  const titles = today.map(({ title }: { title: string }) => title);
  expect(titles).toContain("きょうの夕方");
  expect(titles).not.toContain("あした");
});

import { expect, test } from "@playwright/test";
import { callAction, landing } from "../support/call-action";
import { listActions, listRoutes } from "../support/manifests";
import { known as everybody, type Known as Who } from "../support/matrix";
import { findForeignShown, findForeignTold } from "../support/matrix-canaries";
import { matrixOfFile } from "../support/matrix-of-file";
import { type Answer, send } from "../support/raw-request";
import { isNotFound, readAnswer } from "../support/read-answer";
import { spoiltPaths } from "../support/spoilt-paths";
import { actions, routes } from "./matrix-rows";
import { type ActionAnswer, type ActionRow, bearer, plainAnswers, type RouteAnswer } from "./rows/kit";

test.describe.configure({ timeout: 600_000 });

const matrix = matrixOfFile();

const ids = listActions();
const idOf = (name: string): string => ids.get(name) ?? "";
const rows = Object.entries(actions);

test("every action and every route of the build has a row, and every row is of the build", () => {
  expect([...ids.keys()].sort()).toEqual(Object.keys(actions).sort());
  expect(listRoutes()).toEqual(Object.keys(routes).sort());
});

function routeAnswer(answer: Answer): RouteAnswer | number {
  const to = landing(answer);
  if (answer.status >= 300 && answer.status < 400 && to) {
    if (to === "/sign-in") return "asks_citizen";
    return to === "/admin/sign-in" ? "asks_staff" : "leads_on";
  }
  return plainAnswers[answer.status] ?? answer.status;
}

const logs = ["audit_entries", "member_events"];

for (const who of everybody) {
  test(`every route answers ${who} as its row says, and no GET changes the book`, async () => {
    const headers = await matrix().headersOf(who);
    const { cookie } = headers;
    // A poster that is printed and what is taken along leave a line in the audit, or in the member's own log.
    const before = await matrix().fingerprint(logs);
    const found: Record<string, RouteAnswer | number> = {};
    const told: string[] = [];
    for (const [route, row] of Object.entries(routes)) {
      const answer = await send(matrix().origin, row.path(matrix().things), { headers: cookie ? { cookie } : {} });
      found[route] = routeAnswer(answer);
      told.push(...findForeignShown(matrix().things, who, answer).map((what) => `${route}: ${what}`));
    }
    expect(told, "a route told of somebody else").toEqual([]);
    expect(found).toEqual(Object.fromEntries(Object.entries(routes).map(([route, row]) => [route, row.answers[who]])));
    expect(await matrix().fingerprint(logs)).toBe(before);
  });
}

test("no id and no query, however malformed, makes a page fail", async () => {
  const faults: string[] = [];
  for (const row of Object.values(routes)) {
    const { cookie = "" } = await matrix().headersOf(
      row.answers.staff === "shows" && row.answers.citizenA !== "shows" ? "staff" : "citizenA",
    );
    for (const path of new Set(spoiltPaths(row.path(matrix().things)))) {
      const { status } = await send(matrix().origin, path, { headers: { cookie } });
      if (status >= 500) faults.push(`${path}: ${status}`);
    }
  }
  expect(faults).toEqual([]);
});

async function call(name: string, row: ActionRow, headers: Record<string, string>): Promise<Answer> {
  return callAction(
    { origin: matrix().origin, path: row.path(matrix().things), id: idOf(name), headers },
    row.given(matrix().things),
  );
}

async function acts(name: string, row: ActionRow, who: Who): Promise<boolean> {
  // Signed in on a second device, too, which there is an action to end.
  await matrix().headersOf(who);
  const headers = await matrix().headersOf(who);
  const before = await matrix().fingerprint();
  const isDone = !["refused", "denied"].includes(readAnswer(await call(name, row, headers)));
  return (await matrix().fingerprint()) !== before && isDone;
}

/** Whether a refusal is on record is not in the answer: the audit is counted beside it. */
const asRead = (wanted: ActionAnswer): string => (wanted === "refused_on_record" ? "refused" : wanted);

/** Those who may act come last: what they act on is still there for the others to be refused. */
const mayAct = (who: Who) => rows.some(([, row]) => row.answers[who] === "acts");

for (const who of [...everybody].sort((a, b) => Number(mayAct(a)) - Number(mayAct(b)))) {
  test(`no action does more for ${who} than its row says`, async () => {
    const barred = rows.filter(([, row]) => row.answers[who] !== "acts");
    const headers = await matrix().headersOf(who);
    const onRecord = barred.filter(([, row]) => ["denied", "refused_on_record"].includes(row.answers[who]));
    const logs = onRecord.length > 0 ? ["audit_entries"] : [];
    const [before, acts] = [await matrix().fingerprint(logs), await matrix().countActs()];
    const found: Record<string, string> = {};
    const told: string[] = [];
    for (const [name, row] of barred) {
      const answer = await call(name, row, headers);
      found[name] = readAnswer(answer);
      told.push(...findForeignTold(matrix().things, who, answer).map((what) => `${name}: ${what}`));
    }
    expect(told, "an action told of somebody else").toEqual([]);
    expect(found).toEqual(Object.fromEntries(barred.map(([name, row]) => [name, asRead(row.answers[who])])));
    const after = await matrix().countActs();
    expect(after.done + after.denied - acts.done - acts.denied, "rows of the audit").toBe(onRecord.length);
    expect(await matrix().fingerprint(logs), "an action that may not act changed the book").toBe(before);
  });
}

const foreign = (origin: string): Record<string, Record<string, string>> => ({
  "without an Origin": {},
  "with the Origin null": { origin: "null" },
  "from another site": { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
  "from a site named like ours": { origin: `${origin}.evil.example` },
  "with a forwarded host that agrees": { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
  "that the browser calls cross-site": { origin, "sec-fetch-site": "cross-site" },
});

const isToldOff = (answer: Answer): boolean => answer.status >= 400 || isNotFound(answer);

test("no action acts on a request that is not from our own pages, whoever's cookies it carries", async () => {
  const acted: string[] = [];
  for (const [name, row] of rows) {
    const { cookie } = await matrix().headersOf(bearer(row));
    const state = await matrix().fingerprint();
    for (const [kind, headers] of Object.entries(foreign(matrix().origin))) {
      const answer = await call(name, row, { ...headers, ...(cookie && { cookie }) });
      if (!isToldOff(answer)) acted.push(`${name} ${kind}: ${answer.status}`);
    }
    if ((await matrix().fingerprint()) !== state) acted.push(`${name} changed the book`);
  }
  expect(acted).toEqual([]);
});

for (const who of everybody) {
  test(`every action that is ${who}'s to do is done for them`, async () => {
    const theirs = rows.filter(([, row]) => row.answers[who] === "acts");
    const idle: string[] = [];
    for (const [name, row] of theirs) if (!(await acts(name, row, who))) idle.push(name);
    expect(idle).toEqual([]);
  });
}

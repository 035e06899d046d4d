import { actions, routes } from "../e2e/matrix-rows";
import { type ActionRow, plainAnswers, type RouteRow } from "../e2e/rows/kit";
import { callAction, landing } from "../support/call-action";
import { listActions, listRoutes } from "../support/manifests";
import { everybody, type Matrix, type Who } from "../support/matrix";
import { findForeignShown, findForeignTold } from "../support/matrix-canaries";
import type { Things } from "../support/matrix-things";
import { type Answer, send } from "../support/raw-request";
import { readAnswer } from "../support/read-answer";
import { actsIn, expected, isOutsider, isWithoutNeed } from "./expect";

/** What one request did: where it led, whether anything but the audit changed, and how many acts were recorded. */
type Seen = { answer: Answer; changed: boolean; done: number; denied: number };

export type Walk = { entries: number; identities: number; unexpected: string[] };

async function watch(matrix: Matrix, logs: string[], ask: () => Promise<Answer>): Promise<Seen> {
  const [state, acts] = [await matrix.fingerprint(logs), await matrix.countActs()];
  const answer = await ask();
  const after = await matrix.countActs();
  const changed = (await matrix.fingerprint(logs)) !== state;
  return { answer, changed, done: after.done - acts.done, denied: after.denied - acts.denied };
}

/** What an action's answer and the book beside it say, in the words of the rows: no word where the two disagree. */
function nameAct({ answer, changed, done, denied }: Seen): string {
  const read = readAnswer(answer);
  const isNo = read === "refused" || read === "denied";
  if (isNo && changed) return `${read}, and changed the book`;
  if (read === "refused") return done + denied > 0 ? "refused_on_record" : read;
  // To sign out is an act that leads to a sign-in.
  const acted = changed || done > 0 || (denied > 0 && read === "answers");
  return acted && !isNo ? "acts" : read;
}

function led(answer: Answer): string | undefined {
  const to = landing(answer);
  if (to === "/sign-in") return "asks_citizen";
  if (to === "/admin/sign-in") return "asks_staff";
  return to === "/admin/denied" ? "denied" : undefined;
}

/** What the answer was, in the words of the rows. */
function nameOf(seen: Seen, isRoute: boolean): string {
  if (!isRoute) return nameAct(seen);
  const { status } = seen.answer;
  return status >= 500 ? String(status) : (led(seen.answer) ?? plainAnswers[status] ?? "leads_on");
}

function isAsExpected(wanted: string, got: string): boolean {
  if (wanted === "let_in")
    return !["asks_citizen", "asks_staff", "denied"].includes(got) && !/^(5|no action|unreadable)|changed/.test(got);
  return got === wanted || (wanted === "leads_on" && got === "denied");
}

/** What is wrong with the audit of one request; nothing where it is right. */
function auditFault(wanted: string, who: Who, acts: number, { changed, done, denied }: Seen): string | undefined {
  const rows = `${done} done, ${denied} denied`;
  if (isOutsider(who)) return done + denied > 0 ? `an outsider left ${rows}` : undefined;
  if (wanted === "denied")
    return changed || done !== 0 || denied !== 1 ? `denied, yet ${rows}, changed: ${changed}` : undefined;
  if (wanted === "refused_on_record") return done + denied === 1 ? undefined : `refused on record, yet ${rows}`;
  if (wanted === "acts") return done + denied === acts ? undefined : `${acts} acts left ${rows}`;
  return done + denied > Math.max(1, acts) ? `one request left ${rows}` : undefined;
}

/** Whatever is said to an outsider, and to whoever is told no, it tells nothing of another citizen. */
function toldOf(things: Things, wanted: string, who: Who, row: RouteRow | ActionRow, answer: Answer): string[] {
  if (!("given" in row)) return isOutsider(who) || wanted === "denied" ? findForeignShown(things, who, answer) : [];
  return ["acts", "let_in"].includes(wanted) ? [] : findForeignTold(things, who, answer);
}

function faultOf(things: Things, name: string, row: RouteRow | ActionRow, who: Who, seen: Seen): string | undefined {
  const isRoute = !("given" in row);
  const [wanted, got] = [expected(name, row, who), nameOf(seen, isRoute)];
  if (!isAsExpected(wanted, got)) return `${name} for ${who}: ${got}, not ${wanted}`;
  if (isRoute && seen.changed) return `${name} for ${who}: a GET changed the book`;
  const told = toldOf(things, wanted, who, row, seen.answer);
  if (told.length > 0) return `${name} for ${who}: told ${told.join(", ")}`;
  const fault = auditFault(wanted, who, actsIn(name), seen);
  return fault && `${name} for ${who}: ${fault}`;
}

async function walkRoutes(matrix: Matrix, who: Who): Promise<string[]> {
  const { cookie } = await matrix.headersOf(who);
  const unexpected: (string | undefined)[] = [];
  for (const [name, row] of Object.entries(routes)) {
    // What is taken along leaves a line in the member's own log.
    const seen = await watch(matrix, ["audit_entries", "member_events"], () =>
      send(matrix.origin, row.path(matrix.things), { headers: cookie ? { cookie } : {} }),
    );
    unexpected.push(faultOf(matrix.things, name, row, who, seen));
  }
  return unexpected.filter((fault) => fault !== undefined);
}

async function walkAction(matrix: Matrix, id: string, name: string, row: ActionRow, who: Who) {
  // Signed in on a second device, too, which there is an action to end.
  await matrix.headersOf(who);
  const headers = await matrix.headersOf(who);
  const target = { origin: matrix.origin, path: row.path(matrix.things), id, headers };
  const seen = await watch(matrix, ["audit_entries"], () => callAction(target, row.given(matrix.things)));
  return faultOf(matrix.things, name, row, who, seen);
}

/** First those who may not, then the one whose act it is, last the others who may: what is acted on is there for each. */
const turnOf = (name: string, row: ActionRow, who: Who): number => {
  const wanted = expected(name, row, who);
  if (wanted === "let_in") return 2;
  return wanted === "acts" ? 1 : 0;
};

async function walkActions(matrix: Matrix): Promise<string[]> {
  const unexpected: string[] = [];
  const ids = listActions();
  for (const turn of [0, 1, 2]) {
    for (const [name, row] of Object.entries(actions)) {
      for (const who of everybody.filter((one) => turnOf(name, row, one) === turn)) {
        const fault = await walkAction(matrix, ids.get(name) ?? "", name, row, who);
        if (fault) unexpected.push(fault);
      }
    }
  }
  return unexpected;
}

/** Entries of the build without a row, rows without an entry, and entries of /admin that name no permission. */
function findGaps(): string[] {
  const [built, rows] = [
    [...listActions().keys(), ...listRoutes()],
    [...Object.keys(actions), ...Object.keys(routes)],
  ];
  return [
    ...built.filter((name) => !rows.includes(name)).map((name) => `${name} has no row`),
    ...rows.filter((name) => !built.includes(name)).map((name) => `${name} is not of the build`),
    ...rows.filter(isWithoutNeed).map((name) => `${name} names no permission`),
  ];
}

/** Every entry × every identity, on a book of their own. */
export async function walk(matrix: Matrix): Promise<Walk> {
  const unexpected = findGaps();
  for (const one of everybody) unexpected.push(...(await walkRoutes(matrix, one)));
  unexpected.push(...(await walkActions(matrix)));
  return {
    entries: Object.keys(actions).length + Object.keys(routes).length,
    identities: everybody.length,
    unexpected,
  };
}

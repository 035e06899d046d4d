import { actions, routes } from "../e2e/matrix-rows";
import { type ActionRow, plainAnswers, type RouteRow } from "../e2e/rows/kit";
import { callAction, landing } from "../support/call-action";
import { listActions, listRoutes } from "../support/manifests";
import { everybody, type Matrix, type Who } from "../support/matrix";
import { type Answer, send } from "../support/raw-request";
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

function led(answer: Answer): string | undefined {
  const to = landing(answer);
  if (to === "/sign-in") return "asks_citizen";
  if (to === "/admin/sign-in") return "asks_staff";
  return to === "/admin/denied" ? "denied" : undefined;
}

/** What the answer was, in the words of the rows. */
function nameOf({ answer, changed, done, denied }: Seen, isRoute: boolean): string {
  const sent = led(answer);
  if (answer.status >= 500) return String(answer.status);
  // To sign out is an act that leads to a sign-in.
  if (!isRoute && (changed || done > 0)) return "acts";
  if (sent) return sent;
  if (!isRoute) return denied > 0 ? "acts" : "answers";
  return plainAnswers[answer.status] ?? "leads_on";
}

function isAsExpected(wanted: string, got: string): boolean {
  if (wanted === "let_in") return !["asks_citizen", "asks_staff", "denied"].includes(got) && !/^5/.test(got);
  if (wanted === "refused") return got === "answers" || got === "refused";
  return got === wanted || (wanted === "leads_on" && got === "denied");
}

/** What is wrong with the audit of one request; nothing where it is right. */
function auditFault(wanted: string, who: Who, acts: number, { changed, done, denied }: Seen): string | undefined {
  const rows = `${done} done, ${denied} denied`;
  if (isOutsider(who)) return done + denied > 0 ? `an outsider left ${rows}` : undefined;
  if (wanted === "denied")
    return changed || done !== 0 || denied !== 1 ? `denied, yet ${rows}, changed: ${changed}` : undefined;
  if (wanted === "acts") return done + denied === acts ? undefined : `${acts} acts left ${rows}`;
  return done + denied > Math.max(1, acts) ? `one request left ${rows}` : undefined;
}

function faultOf(name: string, row: RouteRow | ActionRow, who: Who, seen: Seen): string | undefined {
  const isRoute = !("given" in row);
  const [wanted, got] = [expected(name, row, who), nameOf(seen, isRoute)];
  if (!isAsExpected(wanted, got)) return `${name} for ${who}: ${got}, not ${wanted}`;
  if (isRoute && seen.changed) return `${name} for ${who}: a GET changed the book`;
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
    unexpected.push(faultOf(name, row, who, seen));
  }
  return unexpected.filter((fault) => fault !== undefined);
}

async function walkAction(matrix: Matrix, id: string, name: string, row: ActionRow, who: Who) {
  // Signed in on a second device, too, which there is an action to end.
  await matrix.headersOf(who);
  const headers = await matrix.headersOf(who);
  const target = { origin: matrix.origin, path: row.path(matrix.things), id, headers };
  const seen = await watch(matrix, ["audit_entries"], () => callAction(target, row.given(matrix.things)));
  return faultOf(name, row, who, seen);
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

import { expect, test } from "@playwright/test";
import { lacks } from "../matrix/expect";
import { callAction } from "../support/call-action";
import { listActions } from "../support/manifests";
import type { Who } from "../support/matrix";
import { findForeignTold } from "../support/matrix-canaries";
import { matrixOfFile } from "../support/matrix-of-file";
import { send } from "../support/raw-request";
import { readAnswer } from "../support/read-answer";
import { actions } from "./matrix-rows";
import { boundToSection } from "./rows/elsewhere";

test.describe.configure({ timeout: 300_000 });

const matrix = matrixOfFile();
const ids = listActions();

/** Calls each of these actions as `who`: what it read as, and what of it, of the book or of the audit is more than a refusal on record. */
async function callAll(names: string[], who: Who) {
  const headers = await matrix().headersOf(who);
  const [book, acts] = [await matrix().fingerprint(["audit_entries"]), await matrix().countActs()];
  const readings: Record<string, string> = {};
  const told: string[] = [];
  for (const name of names) {
    const row = actions[name];
    if (!row) throw new Error(`${name} has no row`);
    const call = { origin: matrix().origin, path: row.path(matrix().things), id: ids.get(name) ?? "", headers };
    const answer = await callAction(call, row.given(matrix().things));
    readings[name] = readAnswer(answer);
    told.push(...findForeignTold(matrix().things, who, answer).map((what) => `${name}: ${what}`));
  }
  const after = await matrix().countActs();
  const audit = { done: after.done - acts.done, denied: after.denied - acts.denied };
  return { readings, told, audit, isSame: (await matrix().fingerprint(["audit_entries"])) === book };
}

const refusals = (readings: Record<string, string>) => ({
  ...{ readings, told: [], isSame: true },
  audit: { done: 0, denied: Object.keys(readings).length },
});

for (const role of ["viewer", "organiser"] as const) {
  test(`each act that a ${role} has no permission for is denied to them, on record, and tells nothing of anybody`, async () => {
    const names = Object.keys(actions).filter((name) => lacks(name, role));
    expect(names.length).toBeGreaterThan(50);
    expect(await callAll(names, role)).toEqual(refusals(Object.fromEntries(names.map((name) => [name, "denied"]))));
  });
}

test("staff of another section are refused each act on what is of this one, on record, and told nothing of anybody", async () => {
  expect(await callAll(Object.keys(boundToSection), "elsewhere")).toEqual(refusals(boundToSection));
});

test("what is looked for in the answers to others is in the answers to its owner", async () => {
  const { canaries, paidAt, paidToken, quoteId, paymentId } = matrix().things;
  for (const who of ["citizenA", "citizenB"] as const) {
    const { cookie = "" } = await matrix().headersOf(who);
    const read = async (path: string) => (await send(matrix().origin, path, { headers: { cookie } })).body;
    const own = await Promise.all(["/me", "/me/devices", "/me/ways-in", "/me/data/export?format=csv"].map(read));
    for (const word of Object.values(canaries[who])) expect(own.join()).toContain(word);
    if (who === "citizenB") continue;
    for (const path of [`/s/${paidToken}/check/${quoteId}`, `/receipts/${paymentId}`]) {
      expect(await read(path)).toContain(paidAt);
    }
  }
});

import { expect, test } from "@playwright/test";
import { callWithBody } from "../support/call-action";
import { malformedBodies } from "../support/malformed-bodies";
import { listActions } from "../support/manifests";
import { matrixOfFile } from "../support/matrix-of-file";
import { send } from "../support/raw-request";
import { actions } from "./matrix-rows";
import { type ActionRow, bearer } from "./rows/kit";

// Two thousand bodies for each action take an hour on a slow machine.
test.describe.configure({ mode: "parallel", timeout: process.env.FULL ? 7_200_000 : 600_000 });

const matrix = matrixOfFile();

const ids = listActions();

/** So many at once: the server is kept busy, and what one body does to another's answer shows too. */
const LANES = 8;

async function findFaults(name: string, row: ActionRow): Promise<string[]> {
  const faults: string[] = [];
  const headers = await matrix().headersOf(bearer(row));
  const target = { origin: matrix().origin, path: row.path(matrix().things), id: ids.get(name) ?? "", headers };
  const bodies = malformedBodies(row.given(matrix().things));
  const sendRest = async () => {
    for (const { contentType, body, label } of bodies) {
      const { status } = await callWithBody(target, contentType, body);
      if (status >= 500) faults.push(`${name}: ${label}: ${status}`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, sendRest));
  return faults;
}

// A served app keeps one core busy: two halves keep two.
for (const half of [0, 1]) {
  test(`no body, however malformed, makes an action fail or the server fall (half ${half + 1} of 2)`, async () => {
    const faults: string[] = [];
    for (const [index, [name, row]] of Object.entries(actions).entries())
      if (index % 2 === half) faults.push(...(await findFaults(name, row)));
    expect([...new Set(faults)]).toEqual([]);
    expect((await send(matrix().origin, "/api/health")).status).toBe(200);
  });
}

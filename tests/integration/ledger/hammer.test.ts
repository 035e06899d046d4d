import { expect, test } from "vitest";
import { hammer } from "../../chaos/hammer";

const NOTHING = { lost: 0, duplicated: 0, wrongTotal: 0, negative: 0, overBudget: 0, faults: [] };

test("four processes posting the same events for ten seconds, through a crash of Postgres, lose, double and make no point", async () => {
  const { wrongs, answered, posted } = await hammer({ processes: 4, seconds: 10, kills: 1 });
  expect(wrongs).toEqual(NOTHING);
  expect(posted).toBeGreaterThan(200);
  // Twins were answered too: with the same transfer, or they would count as duplicated.
  expect(answered).toBeGreaterThan(posted);
});

import { expect, test } from "vitest";
import { hammer } from "./hammer";

const NOTHING = { lost: 0, duplicated: 0, wrongTotal: 0, negative: 0, overBudget: 0, faults: [] };

test("no point is lost, doubled or made while Postgres and its sessions are killed under four processes", async () => {
  const { wrongs, posted } = await hammer({ processes: 4, seconds: 180, kills: 21 });
  expect(wrongs).toEqual(NOTHING);
  expect(posted).toBeGreaterThan(10_000);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { verifyLedger } from "@/lib/ledger/verify-ledger";
import { adminSql, appSql } from "../../support/database";
import { type LedgerStep, ModelLedger, type PostedStep } from "../../support/model-ledger";
import { openTown, player } from "../../support/played-history";
import { addStaff } from "../../support/staff-fixtures";

const [admin, app] = [adminSql(), appSql()];

/** Histories in all; they are played twenty at a time, each on members and a budget of its own. */
const HISTORIES = process.env.FULL ? 20_000 : 1000;
const TOGETHER = 20;

const points = fc.integer({ min: 1, max: 60 });
const member = fc.integer({ min: 0, max: 1 });
const of = fc.integer({ min: 0, max: 11 });
const step: fc.Arbitrary<LedgerStep> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("grant" as const),
      member,
      points,
      expires: fc.integer({ min: 0, max: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom("spend" as const, "exchange" as const, "forfeit" as const),
      member,
      points,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("merge" as const), member }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("unmerge" as const), of }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("reverse" as const), of, points: fc.option(points, { nil: null }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("repeat" as const), of }) },
);
const history = fc.record({
  ceiling: fc.integer({ min: 20, max: 300 }),
  steps: fc.array(step, { minLength: 4, maxLength: 12 }),
});

/** The step that is really done at an index: a repeat does the one it names again, under that one's key. */
function resolve(steps: LedgerStep[], index: number): { key: string; step: PostedStep } | undefined {
  const asked = steps[index];
  if (!asked) return undefined;
  if (asked.kind === "repeat") return asked.of < index ? resolve(steps, asked.of) : undefined;
  const namesAnother = asked.kind === "reverse" || asked.kind === "unmerge";
  return { key: namesAnother ? `${asked.kind}:${asked.of}` : `step:${index}`, step: asked };
}

async function play({ ceiling, steps }: { ceiling: number; steps: LedgerStep[] }): Promise<void> {
  const model = new ModelLedger(ceiling);
  const town = await openTown(admin, ceiling);
  const perform = player(app, town);
  for (const index of steps.keys()) {
    const resolved = resolve(steps, index);
    if (!resolved) continue;
    expect(await perform(resolved.key, resolved.step)).toEqual(model.apply(resolved.key, resolved.step));
  }
  for (const [turn, account] of town.members.entries()) {
    const lots = await admin<{ expires: number; remaining: number }[]>`
      select extract(year from expires_on)::int - 2090 as expires, remaining from open_lots
       where account_id = ${account} order by expires_on, is_general, lot_id`;
    expect([...lots]).toEqual(model.openLots(turn).map(({ expires, remaining }) => ({ expires, remaining })));
    const [wallet] = await admin`select balance from wallets where account_id = ${account}`;
    expect(wallet?.balance).toBe(model.balances[turn]);
  }
}

test("whatever is granted, spent, exchanged, forfeited, merged, reversed, undone and repeated, in any order, the ledger answers as the smallest ledger that keeps the laws", async () => {
  await addStaff(admin);
  const together = fc.array(history, { minLength: TOGETHER, maxLength: TOGETHER, size: "max" });
  const played = fc.asyncProperty(together, async (histories) => void (await Promise.all(histories.map(play))));
  await fc.assert(played, { numRuns: HISTORIES / TOGETHER });
  const { faults } = await verifyLedger(db);
  // A model's goods are an account alone, its merges transfers alone: no shelf and no record hangs on them.
  expect(faults.filter(({ table }) => table !== "reward_exchanges" && table !== "member_merges")).toEqual([]);
}, 1_200_000);

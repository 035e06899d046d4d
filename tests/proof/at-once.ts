import type { TransactionSql } from "postgres";
import type { Copy } from "./copy";
import { rethrowLost } from "./lost";

/** What came of a posting: an answer, a reason of the ledger's own, or a fault, which nobody should ever see. */
export type Outcome = { done: string } | { refused: string } | { fault: string };

export function settle(posting: Promise<string>): Promise<Outcome> {
  return posting.then(
    (done) => ({ done }),
    (thrown: { code?: string; message?: string }) => {
      rethrowLost(thrown);
      return thrown.code === "KP001"
        ? { refused: String(thrown.message) }
        : { fault: `${thrown.code ?? "error"} ${thrown.message}` };
    },
  );
}

/** Milliseconds until those held back are let go whether or not all of them wait: with a bug planted some need not. */
const PATIENCE = 4000;

async function waitForQueue({ admin }: Copy, count: number): Promise<void> {
  const until = performance.now() + PATIENCE;
  while (performance.now() < until) {
    const [row] = await admin<{ waiting: number }[]>`
      select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    if (row && row.waiting >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Starts the postings while another session holds `lock`, and lets them go when all stand before it: none has an earlier start. */
export async function atOnce(
  copy: Copy,
  lock: (sql: TransactionSql) => PromiseLike<unknown>,
  postings: readonly (() => Promise<string>)[],
): Promise<Outcome[]> {
  let started: Promise<Outcome>[] = [];
  await copy.admin.begin(async (sql) => {
    await lock(sql);
    started = postings.map((posting) => settle(posting()));
    // One that is lost while the others still queue is thrown below, with all of them.
    for (const posting of started) posting.catch(() => undefined);
    await waitForQueue(copy, started.length);
  });
  return Promise.all(started);
}

/** How often each outcome came: `{ done: 10, insufficient_points: 20 }`. */
export function tally(outcomes: readonly Outcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) {
    const name = "done" in outcome ? "done" : "refused" in outcome ? outcome.refused : outcome.fault;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

export const walletLock =
  ({ account }: { account: number }) =>
  (sql: TransactionSql) =>
    sql`select from wallets where account_id = ${account} for update`;

export const budgetLock =
  ({ programme }: { programme: string }) =>
  (sql: TransactionSql) =>
    sql`select from budget_slices where programme_id = ${programme} order by slice for update`;

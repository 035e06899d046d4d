import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "@/db/schema";
import { verifyLedger } from "@/lib/ledger/verify-ledger";
import type { HammerAnswer, HammerBook } from "./hammer-plan";

/** The counters of a bank test (Jepsen), each of which must end at zero. */
export type Wrongs = {
  lost: number;
  duplicated: number;
  wrongTotal: number;
  negative: number;
  overBudget: number;
  faults: string[];
};

type Ledger = { key: string; id: string };

/** Holds every answer that a process was given against what the ledger says in the end. */
export async function countWrongs(url: string, book: HammerBook, answers: readonly HammerAnswer[]) {
  const admin = postgres(url, { max: 2, onnotice: () => undefined });
  try {
    const rows = await admin<Ledger[]>`select event_key as key, public_id as id from transfers`;
    const idOf = new Map(rows.map(({ key, id }) => [key, id]));
    const given = answers.filter(({ id }) => id !== undefined);
    const [sums] = await admin<{ off: string; negative: string; granted: string }[]>`select
      (select coalesce(sum(balance), 0) from wallets)
        - (select coalesce(sum(case kind when 'grant' then points else -points end), 0) from transfers) as off,
      (select count(*) from wallets where balance < 0) + (select count(*) from transfers where balance_after < 0) as negative,
      (select coalesce(sum(points), 0) from transfers where kind = 'grant') as granted`;
    const { faults } = await verifyLedger(drizzle(admin, { schema, casing: "snake_case" }));
    const wrongs: Wrongs = {
      lost: given.filter(({ key }) => !idOf.has(key)).length,
      duplicated: given.filter(({ key, id }) => idOf.has(key) && idOf.get(key) !== id).length + rows.length - idOf.size,
      wrongTotal: Math.abs(Number(sums?.off)),
      negative: Number(sums?.negative),
      overBudget: Math.max(0, Number(sums?.granted) - book.ceiling),
      faults: faults.map(({ rule, table, id }) => `${rule}: ${table} ${id}`),
    };
    return { wrongs, posted: rows.length };
  } finally {
    await admin.end();
  }
}

import postgres from "postgres";
import { newId } from "@/lib/shared/ids";
import { type BenchBook, LOT_POINTS, PAID_POINTS } from "./bench-book";
import type { Workload } from "./measure";

const CLIENT = "postgres.js, 32 connections";
const EXPIRES_ON = "2099-03-31";

/** The limit and the ledger's functions alone, each a prepared statement of its own transaction, all by the same client. */
export function ledgerWorkloads(book: BenchBook, appUrl: string): { workloads: Workload[]; end: () => Promise<void> } {
  const sql = postgres(appUrl, { max: 32 });
  let turn = 0;
  const next = () => {
    turn += 1;
    const member = book.members[turn % book.members.length];
    if (!member) throw new Error("the bench has no members");
    return member;
  };
  const insert = () => sql`insert into bench_rows (member, points) values (${next().accountId}, ${LOT_POINTS})`;
  const earn = (programme: string) => () => {
    const { id, accountId } = next();
    return sql`select public_id, points, balance_after, recorded_at from post_grant(${newId()}, ${`bench:${id}:${newId()}`}, ${accountId},
      ${programme}, ${LOT_POINTS}, ${EXPIRES_ON}, null, null, now(), ${`member:${id}`})`;
  };
  const pay = () => {
    const { id, accountId } = next();
    return sql`select public_id, points, balance_after, recorded_at from post_spend(${newId()}, ${`bench:${newId()}`}, ${accountId},
      ${book.shopAccountId}, ${PAID_POINTS}, now(), ${`member:${id}`})`;
  };
  const many = { 1: 1500, 8: 4000, 32: 6000 };
  const few = { 1: 400, 8: 900, 32: 1600 };
  const workloads = [
    { name: "single durable insert (the limit)", client: CLIENT, operations: many, work: insert },
    { name: "earn in SQL", client: CLIENT, operations: many, work: earn(book.open) },
    { name: "earn with a hard budget in SQL", client: CLIENT, operations: many, work: earn(book.limited) },
    { name: "pay from three lots in SQL", client: CLIENT, operations: few, work: pay },
  ];
  return { workloads, end: () => sql.end() };
}

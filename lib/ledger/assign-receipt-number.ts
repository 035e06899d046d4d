import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** Gives a payment its number of the shop's day (#017), once; a transaction of its own, after the payment's commit. */
export async function assignReceiptNumber(transferId: string): Promise<number> {
  const [row] = await db.execute<{ number: number }>(sql`select assign_receipt_number(${transferId}::uuid) as number`);
  if (!row) throw new Error("assign_receipt_number returned no row");
  return row.number;
}

/**
 * Fills in what a crash left without a number in the last `days`, each in a transaction of its own, so that no two shops' counters are
 * ever held together; returns how many. The last half minute is left to the payments themselves.
 */
export async function assignMissingReceiptNumbers(days: number): Promise<number> {
  const missing = await db.execute<{ id: string }>(sql`
    select t.public_id as id from transfers t left join receipt_numbers r on r.transfer_id = t.id
     where t.kind = 'spend' and r.transfer_id is null
       and t.happened_at > city_now() - make_interval(days => ${days}::int) and t.recorded_at < city_now() - interval '30 seconds'
     order by t.id`);
  for (const { id } of missing) await assignReceiptNumber(id);
  return missing.length;
}

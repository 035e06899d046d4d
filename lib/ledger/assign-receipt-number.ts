import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** Gives a payment its number of the shop's day (#017), once; a transaction of its own, after the payment's commit. */
export async function assignReceiptNumber(transferId: string): Promise<number> {
  const [row] = await db.execute<{ number: number }>(sql`select assign_receipt_number(${transferId}::uuid) as number`);
  if (!row) throw new Error("assign_receipt_number returned no row");
  return row.number;
}

/** Fills in what a crash left without a number in the last two days; returns how many. */
export async function assignMissingReceiptNumbers(): Promise<number> {
  const [row] = await db.execute<{ filled: number }>(sql`select assign_missing_receipt_numbers('2 days') as filled`);
  return row?.filled ?? 0;
}

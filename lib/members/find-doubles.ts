import { and, eq, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { members } from "@/db/schema";
import { holdsAddress } from "./holds-address";
import type { indexPerson } from "./index-person";
import { maskedColumns, maskMember } from "./mask-member";

/** More than these are not looked through at a counter. */
const MOST = 10;

/** Who has the same e-mail address, or the same reading and birth date. */
export async function findDoubles(
  tx: Transaction,
  { emailIndex, fullKanaIndex, bornOnIndex }: ReturnType<typeof indexPerson>,
) {
  const samePerson = and(eq(members.fullKanaIndex, fullKanaIndex), eq(members.bornOnIndex, bornOnIndex));
  const sameEmail = emailIndex ? sql<boolean>`coalesce(${holdsAddress(emailIndex)}, false)` : sql<boolean>`false`;
  const rows = await tx
    .select({ ...maskedColumns, sameEmail })
    .from(members)
    .where(or(samePerson, sameEmail))
    .orderBy(members.id)
    .limit(MOST);
  return {
    candidates: rows.map(({ sameEmail: _, ...row }) => maskMember(row)),
    samePerson: rows.length,
    sameEmail: rows.some((row) => row.sameEmail),
  };
}

import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { staff } from "@/db/schema";

/** Acts on one person's factors and invitations happen one after another. Throws where there is no such person. */
export async function lockStaff(tx: Transaction, staffId: string): Promise<{ disabled: boolean }> {
  const [person] = await tx.select({ disabled: staff.disabled }).from(staff).where(eq(staff.id, staffId)).for("update");
  if (!person) throw new Error("there is no such member of staff");
  return person;
}

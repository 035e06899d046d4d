import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { members } from "@/db/schema";
import { env } from "@/lib/env";
import type { Result } from "@/lib/shared/result";
import { seal } from "@/lib/shared/seal";
import { decideBirthYear } from "./decide-sign-up";
import type { Profile } from "./input";

/** What a check of where somebody lives left, once they live elsewhere. */
const unchecked = { residencyCheckedBy: null, residencyCheckedAt: null, residencyValidUntil: null };

/** Changes what the member told of themself. Refuses `unlikely_birth_year`, and `guardian_needed` under 15: that is changed at the counter. */
export async function changeProfile(
  memberId: string,
  { tie, birthYear }: Profile,
  at: Date,
): Promise<Result<number | undefined, "unlikely_birth_year" | "guardian_needed">> {
  const decided = decideBirthYear(birthYear, at);
  if (!decided.ok) return decided;
  const birthYearEncrypted = birthYear === undefined ? null : seal(env.FIELD_KEYS, String(birthYear));
  await db
    .update(members)
    .set({ tie, birthYearEncrypted, ...(tie !== "resident" && unchecked) })
    .where(eq(members.id, memberId));
  return decided;
}

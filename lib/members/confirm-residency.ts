import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { members } from "@/db/schema";
import { addDays, cityDay } from "@/lib/shared/city-time";
import { recordMemberEvent } from "./record-event";

/** Days for which a step-up counts. */
const VALID_DAYS = 365;

/** Notes that a provider (its key) has shown where the member lives, and until which day that counts. Once more moves the day on. */
export async function confirmResidency(
  { memberId, provider }: { memberId: string; provider: string },
  at: Date,
): Promise<void> {
  const residencyValidUntil = addDays(cityDay(at), VALID_DAYS);
  await db.transaction(async (tx) => {
    await tx
      .update(members)
      .set({ residencyCheckedBy: provider, residencyCheckedAt: at, residencyValidUntil })
      .where(eq(members.id, memberId));
    const detail = { provider, until: residencyValidUntil };
    await recordMemberEvent(tx, { memberId, kind: "residency_checked", actor: `member:${memberId}`, detail }, at);
  });
}

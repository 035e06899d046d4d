import { and, eq, isNull } from "drizzle-orm";
import { memberAppeals, memberSuspensions } from "@/db/schema";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { sealField } from "@/lib/open-field";
import { cityDay } from "@/lib/shared/city-time";
import { newId } from "@/lib/shared/ids";
import { ok, type Result } from "@/lib/shared/result";
import { type AppealRefusal, decideAppeal } from "./decide-suspension";
import { recordMemberEvent } from "./record-event";

/** 異議の申立て: what the suspended member says to it, kept encrypted; once, until the day of the suspension. Refuses what `decideAppeal` refuses. */
export function sendAppeal(memberId: string, text: string, at: Date): Promise<Result<null, AppealRefusal>> {
  return runTransaction(async (tx): Promise<Result<null, AppealRefusal>> => {
    const [suspension] = await tx
      .select({
        suspensionId: memberSuspensions.id,
        replyBy: memberSuspensions.replyBy,
        endedAt: memberSuspensions.endedAt,
      })
      .from(memberSuspensions)
      .where(and(eq(memberSuspensions.memberId, memberId), isNull(memberSuspensions.endedAt)))
      .for("update");
    const [appeal] = suspension
      ? await tx
          .select({ id: memberAppeals.id })
          .from(memberAppeals)
          .where(eq(memberAppeals.suspensionId, suspension.suspensionId))
      : [];
    const decided = decideAppeal(suspension && { ...suspension, appealId: appeal?.id ?? null }, cityDay(at));
    if (!decided.ok) return decided;
    const { suspensionId } = decided.value;
    const textEncrypted = sealField(text);
    await tx.insert(memberAppeals).values({ id: newId(), suspensionId, textEncrypted, sentAt: at });
    await recordMemberEvent(tx, { memberId, kind: "appealed", actor: `member:${memberId}` }, at);
    return ok(null);
  });
}

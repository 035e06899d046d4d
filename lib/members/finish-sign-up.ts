import { eq } from "drizzle-orm";
import { members } from "@/db/schema";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { findNewestVersions } from "@/lib/legal/queries";
import { sealField } from "@/lib/open-field";
import { ok, type Result } from "@/lib/shared/result";
import type { InvitationRefusal } from "./decide-invitation";
import { decideSignUp, type SignUpRefusal } from "./decide-sign-up";
import type { SignUp } from "./input";
import { recordConsents } from "./record-consents";
import { takeInvitation } from "./take-invitation";

/**
 * Ends the sign-up of a person who has proven a way in: their answers and their consent in one transaction. A second time changes nothing.
 * Refuses `guardian_needed` under 15, `unlikely_birth_year`, `texts_changed` where another version stands than the one that was shown; in a closed
 * test what `takeInvitation` refuses.
 */
export function finishSignUp(
  { memberId, answers }: { memberId: string; answers: SignUp },
  at: Date,
): Promise<Result<null, SignUpRefusal | InvitationRefusal>> {
  return runTransaction(async (tx): Promise<Result<null, SignUpRefusal | InvitationRefusal>> => {
    const mine = eq(members.id, memberId);
    const [member] = await tx.select({ registeredAt: members.registeredAt }).from(members).where(mine).for("update");
    if (!member) throw new Error("a signed-in member has no row");
    if (member.registeredAt) return ok(null);
    const { nickname, tie, birthYear, seen } = answers;
    const decided = decideSignUp({ birthYear, seen, newest: await findNewestVersions(tx) }, at);
    if (!decided.ok) return decided;
    const invited = await takeInvitation(tx, { memberId, code: answers.invitation }, at);
    if (!invited.ok) return invited;
    const told = { nicknameEncrypted: sealField(nickname), birthYearEncrypted: sealField(birthYear?.toString()) };
    await tx
      .update(members)
      .set({ ...told, tie, registeredAt: at })
      .where(mine);
    await recordConsents(tx, { memberId, versions: seen, actor: `member:${memberId}` }, at);
    return decided;
  });
}

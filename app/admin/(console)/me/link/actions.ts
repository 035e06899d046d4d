"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { answerAccount } from "@/lib/auth/answer-account";
import { requirePermission } from "@/lib/auth/guards";
import { answerWait } from "@/lib/auth/sign-in-answers";
import { cityNow } from "@/lib/clock/city-now";
import { takeAttempt } from "@/lib/limits/limits";
import { readMemberNumber } from "@/lib/members/decide-member-number";
import { type FormState, formValues } from "@/lib/shared/form";
import { linkMember } from "@/lib/staff/link-member";
import { unlinkMember } from "@/lib/staff/unlink-member";

const Input = z.strictObject({ number: z.string().max(60) });

/** Says which member the signed-in person is as a citizen. */
export async function linkMemberAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor, staffId } = await requirePermission("console.read");
  const values = formValues(form);
  const input = Input.safeParse(values);
  const number = readMemberNumber(input.success ? input.data.number : "");
  if (!number.ok) return answerAccount("wrong_number", values);
  const allowed = await takeAttempt("member_link", staffId);
  if (!allowed.ok) return answerWait("guesses", allowed.retryAfterSeconds, values);
  const linked = await linkMember({ number: number.value }, actor, await cityNow());
  return linked.ok ? redirect("/admin/me?done=linked") : answerAccount(linked.reason, values);
}

export async function unlinkMemberAction(_: FormState): Promise<FormState> {
  const { actor } = await requirePermission("console.read");
  await unlinkMember(actor, await cityNow());
  redirect("/admin/me?done=unlinked");
}

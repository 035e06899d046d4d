"use server";

import { redirect } from "next/navigation";
import { EmailInput } from "@/lib/auth/input";
import { requireProvenMemberAct } from "@/lib/auth/require-proven";
import { sendMemberCode } from "@/lib/auth/send-code";
import { answerTyped } from "@/lib/auth/sign-in-answers";
import { type FormState, formValues } from "@/lib/shared/form";

/** Sends a code to the new address, whoever else may have it: the answer is the same. */
export async function askEmailCodeAction(_: FormState, form: FormData): Promise<FormState> {
  const proven = await requireProvenMemberAct(form);
  if (!proven.ok) return proven.answer;
  const values = formValues(form);
  const input = EmailInput.safeParse(values);
  if (!input.success) return answerTyped(input.error, values);
  const refused = await sendMemberCode(input.data.email, undefined, proven.member, "member_email");
  return refused ? { ...refused, values } : redirect("/me/ways-in/email/code");
}

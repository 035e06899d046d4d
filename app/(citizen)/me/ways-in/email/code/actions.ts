"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { addEmail } from "@/lib/auth/add-email";
import { findBrowserHash } from "@/lib/auth/browser";
import { MailedCodeInput } from "@/lib/auth/input";
import { mailWayChange } from "@/lib/auth/mail-way-change";
import { requireProvenMemberAct } from "@/lib/auth/require-proven";
import { answerCode, answerEnded, answerTyped, answerWait } from "@/lib/auth/sign-in-answers";
import { cityNow } from "@/lib/clock/city-now";
import { findOwnEmail } from "@/lib/members/ways-in";
import { type FormState, formValues } from "@/lib/shared/form";

/** Takes the code that was mailed to the new address, which is the member's from now on. */
export async function addEmailAction(_: FormState, form: FormData): Promise<FormState> {
  const proven = await requireProvenMemberAct(form);
  if (!proven.ok) return proven.answer;
  const values = formValues(form);
  const input = MailedCodeInput.safeParse(values);
  if (!input.success) return answerTyped(input.error, values);
  const browserHash = await findBrowserHash();
  if (!browserHash) redirect("/me/ways-in/email");
  const { memberId, sessionId, address, requestId } = proven.member;
  const before = await findOwnEmail(memberId);
  const answer = await addEmail(
    { browserHash, code: input.data.code },
    { memberId, sessionId },
    address,
    await cityNow(),
  );
  if (answer.ok) {
    mailWayChange(before, "email", requestId);
    redirect("/me/ways-in?done=email");
  }
  if (answer.reason === "too_many_guesses") return answerWait("guesses", answer.retryAfterSeconds);
  if (answer.reason === "email_taken") return answerTaken();
  if (answer.reason === "membership_ended") return answerEnded();
  return answer.reason === "no_attempt" ? redirect("/me/ways-in/email") : answerCode(answer.reason);
}

/** Told only to whoever has just shown that they read its mails. */
async function answerTaken(): Promise<FormState> {
  const t = await getTranslations("ways.email.taken");
  return { values: {}, errors: [], notice: { kind: "error", title: t("title"), text: t("text") } };
}

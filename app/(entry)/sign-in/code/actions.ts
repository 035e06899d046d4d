"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { findBrowserHash } from "@/lib/auth/browser";
import { findSignInUnderWay } from "@/lib/auth/find-attempt";
import { requireVisitor } from "@/lib/auth/guards";
import { MailedCodeInput } from "@/lib/auth/input";
import { sendMemberCode } from "@/lib/auth/send-code";
import { answerCode, answerNotice, answerTyped, answerWait } from "@/lib/auth/sign-in-answers";
import { signInMember } from "@/lib/auth/sign-in-member";
import { cityNow } from "@/lib/clock/city-now";
import { type FormState, formValues } from "@/lib/shared/form";

/** Signs in with the typed code; a claim that waited for it is made in this same request. */
export async function verifyCodeAction(_: FormState, form: FormData): Promise<FormState> {
  const visitor = await requireVisitor();
  const values = formValues(form);
  const input = MailedCodeInput.safeParse(values);
  if (!input.success) return answerTyped(input.error, values);
  const browserHash = await findBrowserHash();
  if (!browserHash) redirect("/sign-in");
  const answer = await signInMember({ browserHash, code: input.data.code }, visitor, await cityNow());
  if (answer.ok) redirect(answer.landing as Route);
  if (answer.reason === "too_many_guesses") return answerWait("guesses", answer.retryAfterSeconds);
  return answer.reason === "no_attempt" ? redirect("/sign-in") : answerCode(answer.reason);
}

/** A new code to the same address; the earlier one is void. */
export async function resendCodeAction(_: FormState): Promise<FormState> {
  const visitor = await requireVisitor();
  const browserHash = await findBrowserHash();
  const underWay = browserHash && (await findSignInUnderWay("member", browserHash, await cityNow()));
  if (!underWay?.email) redirect("/sign-in");
  return (await sendMemberCode(underWay.email, undefined, visitor)) ?? answerNotice("resent");
}

"use server";

import { redirect } from "next/navigation";
import { findBrowserHash } from "@/lib/auth/browser";
import { findSignInUnderWay } from "@/lib/auth/find-attempt";
import { requireVisitor } from "@/lib/auth/guards";
import { MailedCodeInput } from "@/lib/auth/input";
import { proveStaffAddress } from "@/lib/auth/prove-staff-address";
import { sendStaffCode } from "@/lib/auth/send-code";
import { answerCode, answerNotice, answerTyped, answerWait } from "@/lib/auth/sign-in-answers";
import { cityNow } from "@/lib/clock/city-now";
import { type FormState, formValues } from "@/lib/shared/form";

/** The first of two steps: the typed code proves the address. */
export async function verifyStaffCodeAction(_: FormState, form: FormData): Promise<FormState> {
  const visitor = await requireVisitor();
  const input = MailedCodeInput.safeParse(formValues(form));
  if (!input.success) return answerTyped(input.error, {});
  const browserHash = await findBrowserHash();
  if (!browserHash) redirect("/admin/sign-in");
  const answer = await proveStaffAddress({ browserHash, code: input.data.code }, visitor, await cityNow());
  if (answer.ok) redirect("/admin/sign-in/second");
  if (answer.reason === "too_many_guesses") return answerWait("guesses", answer.retryAfterSeconds);
  if (answer.reason === "no_attempt") redirect("/admin/sign-in");
  return answerCode(answer.reason);
}

/** A new code to the same address; the earlier one is void. */
export async function resendStaffCodeAction(_: FormState): Promise<FormState> {
  const visitor = await requireVisitor();
  const browserHash = await findBrowserHash();
  const underWay = browserHash && (await findSignInUnderWay("staff", browserHash, await cityNow()));
  if (!underWay?.email) redirect("/admin/sign-in");
  return (await sendStaffCode(underWay.email, visitor)) ?? answerNotice("resent");
}

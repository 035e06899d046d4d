"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { findBrowserHash } from "@/lib/auth/browser";
import { requireSignedIn } from "@/lib/auth/guards";
import { MailedCodeInput } from "@/lib/auth/input";
import { proveByCode } from "@/lib/auth/prove-member";
import { answerCode, answerTyped, answerWait } from "@/lib/auth/sign-in-answers";
import { cityNow } from "@/lib/clock/city-now";
import { type FormState, formValues } from "@/lib/shared/form";

/** Takes the code that was mailed to the member's own address, and leads on. */
export async function proveByCodeAction(_: FormState, form: FormData): Promise<FormState> {
  const { memberId, address } = await requireSignedIn("/me/ways-in");
  const values = formValues(form);
  const input = MailedCodeInput.safeParse(values);
  if (!input.success) return answerTyped(input.error, values);
  const browserHash = await findBrowserHash();
  if (!browserHash) redirect("/prove");
  const answer = await proveByCode({ browserHash, code: input.data.code }, memberId, address, await cityNow());
  if (answer.ok) redirect((answer.value.resumeTo ?? "/me/ways-in") as Route);
  if (answer.reason === "too_many_guesses") return answerWait("guesses", answer.retryAfterSeconds);
  return answer.reason === "no_attempt" ? redirect("/prove") : answerCode(answer.reason);
}

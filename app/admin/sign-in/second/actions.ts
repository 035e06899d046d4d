"use server";

import { redirect } from "next/navigation";
import { findBrowserHash } from "@/lib/auth/browser";
import { requireVisitor } from "@/lib/auth/guards";
import { CodeInput } from "@/lib/auth/input";
import { answerSecond, answerTyped, answerWait } from "@/lib/auth/sign-in-answers";
import { signInByTotp } from "@/lib/auth/sign-in-by-totp";
import { cityNow } from "@/lib/clock/city-now";
import { type FormState, formValues } from "@/lib/shared/form";

/** The second of two steps: signs staff in with the code of their authenticator app. */
export async function signInByTotpAction(_: FormState, form: FormData): Promise<FormState> {
  const visitor = await requireVisitor();
  const input = CodeInput.safeParse(formValues(form));
  if (!input.success) return answerTyped(input.error, {}, "totp");
  const browserHash = await findBrowserHash();
  if (!browserHash) redirect("/admin/sign-in");
  const typed = { browserHash, code: input.data.code };
  const answer = await signInByTotp(typed, visitor, new Date(), await cityNow());
  if (answer.ok) redirect("/admin");
  if (answer.reason === "too_many_guesses") return answerWait("guesses", answer.retryAfterSeconds);
  return answer.reason === "no_attempt" ? redirect("/admin/sign-in") : answerSecond(answer.reason);
}

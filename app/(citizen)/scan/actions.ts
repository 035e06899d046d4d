"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireVisitor } from "@/lib/auth/guards";
import { TypedCodeInput } from "@/lib/codes/input";
import { findPathOfTyped } from "@/lib/codes/queries";
import { peekAttempt, spendAttempt } from "@/lib/limits/limits";
import { type FormState, formValues } from "@/lib/shared/form";

/** Opens the page of a typed code. Only codes that lead nowhere are counted; too many of them shut this way for a while. */
export async function openTypedCodeAction(_: FormState, form: FormData): Promise<FormState> {
  const { address } = await requireVisitor();
  const t = await getTranslations("scan.typed");
  const values = { code: (formValues(form).code ?? "").slice(0, 100) };
  const complain = (message: string): FormState => ({ values, errors: [{ field: "code", message }] });
  const allowed = await peekAttempt("code_guess", address);
  if (!allowed.ok) return complain(t("too_many", { minutes: Math.ceil(allowed.retryAfterSeconds / 60) }));
  const input = TypedCodeInput.safeParse(values);
  const path = input.success ? await findPathOfTyped(input.data.code) : undefined;
  if (path) redirect(path);
  if (values.code.trim() === "") return complain(t("required"));
  await spendAttempt("code_guess", address);
  return complain(input.success ? t("unknown_code") : t("malformed_code"));
}

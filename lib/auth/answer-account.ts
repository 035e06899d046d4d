import "server-only";
import { getTranslations } from "next-intl/server";
import type { FormState } from "@/lib/shared/form";
import type { LinkRefusal } from "@/lib/staff/link-member";

export type AccountRefusal = LinkRefusal | "wrong_number" | "unknown_factor" | "last_factor" | "unknown_session";

const fields: Partial<Record<AccountRefusal, string>> = {
  unknown_member_number: "number",
  member_linked: "number",
  wrong_number: "number",
};

/** Why an act on one's own account was refused: beside its field where it has one. */
export async function answerAccount(
  reason: AccountRefusal,
  values: Record<string, string> = {},
): Promise<NonNullable<FormState>> {
  const t = await getTranslations("account.refusal");
  const field = fields[reason];
  if (field) return { values, errors: [{ field, message: t(reason) }] };
  return { values, errors: [], notice: { kind: "error", title: t(reason) } };
}

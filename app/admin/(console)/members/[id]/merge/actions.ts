"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { withQuery } from "@/components/admin/address";
import { type DraftRefusal, isDraftRefusal } from "@/lib/approvals/decide-draft";
import type { OpenedDraft } from "@/lib/approvals/open-approval";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import type { MergeRefusal } from "@/lib/members/decide-merge";
import { draftMerge, draftUndoMerge } from "@/lib/members/draft-merge";
import { MergeInput, UndoMergeInput } from "@/lib/members/merge-input";
import { type FormState, formValues } from "@/lib/shared/form";
import type { Result } from "@/lib/shared/result";
import { announceDraft } from "../../../approvals/announce";
import { membershipErrors } from "../membership-errors";

/** Asks a second person to make one membership of two. */
export async function draftMergeAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("member.merge");
  const values = formValues(form);
  const t = await getTranslations("memberships.merge");
  const input = MergeInput.safeParse(values);
  if (!input.success) {
    const label = (field: string) => t(field === "draftReason" ? "reason" : "number");
    return { values, errors: await membershipErrors(input.error, label) };
  }
  const { draftReason: reason, ...wish } = input.data;
  return answer(await draftMerge({ ...wish, reason }, actor, await cityNow()), values);
}

/** Asks a second person to undo a merge. */
export async function draftUndoMergeAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("member.merge");
  const values = formValues(form);
  const t = await getTranslations("memberships.merge");
  const input = UndoMergeInput.safeParse(values);
  if (!input.success) return { values, errors: await membershipErrors(input.error, () => t("undoReason")) };
  return answer(await draftUndoMerge(input.data, actor, await cityNow()), values);
}

async function answer(
  asked: Result<OpenedDraft, MergeRefusal | DraftRefusal>,
  values: Record<string, string>,
): Promise<FormState> {
  if (asked.ok) {
    announceDraft(asked.value.id);
    redirect(withQuery(`/admin/members/${values.memberId}/merge`, { drafted: asked.value.number }));
  }
  const [t, ta] = await Promise.all([
    getTranslations("memberships.merge.refusal"),
    getTranslations("approvals.refusal"),
  ]);
  const { reason } = asked;
  const title = isDraftRefusal(reason) && reason !== "own_wallet" ? ta(reason) : t(reason as MergeRefusal);
  return { values, errors: [], notice: { kind: "error", title } };
}

"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { withQuery } from "@/components/admin/address";
import type { DoneAct } from "@/components/admin/done-notice";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import type { CardRefusal } from "@/lib/members/decide-card";
import { CardIssueInput, CardRevocationInput } from "@/lib/members/input";
import { issueCard } from "@/lib/members/issue-card";
import { reissueCard } from "@/lib/members/reissue-card";
import { revokeCard } from "@/lib/members/revoke-card";
import { type FormState, formValues } from "@/lib/shared/form";
import { typedErrors } from "../../../typed-errors";

/** Issues a member's card and leads back to the member, where it can be printed. */
export async function issueCardAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("card.issue");
  const values = formValues(form);
  const input = CardIssueInput.safeParse(values);
  if (!input.success) redirect("/admin/members");
  const issued = await issueCard(input.data.memberId, actor, await cityNow());
  if (!issued.ok) return refusal(issued.reason, values);
  redirect(memberPath(issued.value, issued.value.isRepeat ? "already" : "cardIssued"));
}

/** Replaces a card, with a reason; the old one is void at once. */
export async function reissueCardAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("card.issue");
  const values = formValues(form);
  const input = CardRevocationInput.safeParse(values);
  if (!input.success) return { values, errors: await typedErrors(input.error, await reasonLabel()) };
  const reissued = await reissueCard(input.data, actor, await cityNow());
  if (!reissued.ok) return refusal(reissued.reason, values);
  redirect(memberPath(reissued.value, "cardReissued"));
}

/** Makes a card void, with a reason. */
export async function revokeCardAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("card.issue");
  const values = formValues(form);
  const input = CardRevocationInput.safeParse(values);
  if (!input.success) return { values, errors: await typedErrors(input.error, await reasonLabel()) };
  const revoked = await revokeCard(input.data, actor, await cityNow());
  if (!revoked.ok) return refusal(revoked.reason, values);
  redirect(memberPath(revoked.value, "cardRevoked"));
}

const memberPath = ({ memberId }: { memberId: string }, done: DoneAct) =>
  withQuery(`/admin/members/${memberId}`, { done });

async function refusal(reason: CardRefusal, values: Record<string, string>): Promise<FormState> {
  const t = await getTranslations("members.refusal");
  return { values, errors: [], notice: { kind: "error", title: t(reason) } };
}

async function reasonLabel(): Promise<() => string> {
  const t = await getTranslations("members.card");
  return () => t("reason");
}

"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { withQuery } from "@/components/admin/address";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { BatchInput, InvitationsInput } from "@/lib/members/invitation-input";
import { makeInvitations } from "@/lib/members/make-invitations";
import { revokeInvitations } from "@/lib/members/revoke-invitations";
import { BYTE_ORDER_MARK, csvLines } from "@/lib/shared/csv";
import { formValues } from "@/lib/shared/form";
import { typedErrors } from "../typed-errors";
import type { InvitationsState } from "./invitations-state";

/** Makes a list of invitations and answers with its codes, once: nobody can see them again. */
export async function makeInvitationsAction(_: InvitationsState, form: FormData): Promise<InvitationsState> {
  const { actor } = await requirePermission("invitation.write");
  const values = formValues(form);
  const t = await getTranslations("invitations");
  const input = InvitationsInput.safeParse(values);
  if (!input.success) {
    const label = (field: string) => t(`field.${field === "count" || field === "days" ? field : "label"}`);
    return { values, errors: await typedErrors(input.error, label) };
  }
  const made = await makeInvitations(input.data, actor, await cityNow());
  if (!made.ok) return { values, errors: [], notice: { kind: "error", title: t(`refusal.${made.reason}`) } };
  const lines = made.value.map((code) => [code, input.data.label]);
  const csv = BYTE_ORDER_MARK + csvLines([[t("csv.code"), t("csv.label")], ...lines]);
  return { values, errors: [], made: { label: input.data.label, codes: made.value, csv } };
}

/** Makes what nobody has used of a list void. */
export async function revokeInvitationsAction(form: FormData): Promise<void> {
  const { actor } = await requirePermission("invitation.write");
  const input = BatchInput.safeParse(formValues(form));
  if (!input.success) redirect("/admin/invitations");
  const revoked = await revokeInvitations(input.data.batchId, actor, await cityNow());
  redirect(withQuery("/admin/invitations", { done: revoked.ok ? "invitationsRevoked" : "already" }));
}

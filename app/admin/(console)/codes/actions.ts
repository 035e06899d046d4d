"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ZodError } from "zod";
import { withQuery } from "@/components/admin/address";
import type { DoneAct } from "@/components/admin/done-notice";
import { isDraftRefusal } from "@/lib/approvals/decide-draft";
import { DraftReason } from "@/lib/approvals/input";
import type { ScopedActor } from "@/lib/audit/record-act";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { draftCode } from "@/lib/codes/draft-code";
import { findPoster } from "@/lib/codes/find-poster";
import { IssueInput, RevocationInput } from "@/lib/codes/input";
import { issueCode } from "@/lib/codes/issue-code";
import { isCodeAsked } from "@/lib/codes/queries";
import { reissueCode } from "@/lib/codes/reissue-code";
import { revokeCode } from "@/lib/codes/revoke-code";
import { type FormState, formValues } from "@/lib/shared/form";
import { announceDraft } from "../approvals/announce";
import { typedErrors } from "../typed-errors";
import { targetPath } from "./target-path";

/** Issues a code and leads to what it is for, where its poster can be printed; or asks a second person and leads to the draft. */
export async function issueCodeAction(_state: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("code.write");
  const values = formValues(form);
  const { draftReason: _, followsId: __, ...target } = values;
  const input = IssueInput.safeParse(target);
  if (!input.success) redirect("/admin");
  if ("activityId" in input.data && (await isCodeAsked(input.data))) return ask(input.data, values, actor);
  const issued = await issueCode(input.data, actor, await cityNow());
  if (!issued.ok) return refusal(issued.reason, values);
  redirect(await pathAfter(issued.value.codeId, issued.value.isRepeat ? "already" : "issued"));
}

/** Makes a code void, with a reason, and leads back to what it was for. */
export async function revokeCodeAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("code.write");
  const values = formValues(form);
  const input = RevocationInput.safeParse(values);
  if (!input.success) return { values, errors: await reasonErrors(input.error) };
  const revoked = await revokeCode(input.data, actor, await cityNow());
  if (!revoked.ok) return refusal(revoked.reason, values);
  redirect(await pathAfter(revoked.value.codeId, "revoked"));
}

/** Replaces a code, with a reason, and leads back to what it is for. */
export async function reissueCodeAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("code.write");
  const values = formValues(form);
  const input = RevocationInput.safeParse(values);
  if (!input.success) return { values, errors: await reasonErrors(input.error) };
  const poster = await findPoster(input.data.codeId, actor.scope);
  if (poster?.kind === "activity" && (await isCodeAsked({ activityId: poster.activity.id }))) {
    const wish = { activityId: poster.activity.id, replacesId: poster.codeId };
    return ask(wish, { ...values, draftReason: input.data.reason }, actor);
  }
  const reissued = await reissueCode(input.data, actor, await cityNow());
  if (!reissued.ok) return refusal(reissued.reason, values);
  redirect(await pathAfter(reissued.value.codeId, "reissued"));
}

/** Asks a second person for a code that nobody issues alone, and leads to the draft. */
async function ask(
  code: { activityId: string; replacesId?: string },
  values: Record<string, string>,
  actor: ScopedActor,
): Promise<FormState> {
  const input = DraftReason.safeParse(values);
  if (!input.success) return { values, errors: await reasonErrors(input.error) };
  const { draftReason: reason, followsId } = input.data;
  const asked = await draftCode({ ...code, reason, followsId }, actor, await cityNow());
  if (!asked.ok) return refusal(asked.reason, values);
  announceDraft(asked.value.id);
  redirect(withQuery(`/admin/approvals/${asked.value.id}`, { done: "drafted" }));
}

/** The page of what the code is for, which says what was done and shows the live code. */
async function pathAfter(codeId: string, done: DoneAct): Promise<Route> {
  const poster = await findPoster(codeId, "everywhere");
  return poster ? targetPath(poster, done) : "/admin";
}

type Refusal = Exclude<
  Awaited<ReturnType<typeof issueCode | typeof reissueCode | typeof revokeCode | typeof draftCode>>,
  { ok: true }
>;

async function refusal(reason: Refusal["reason"], values: Record<string, string>): Promise<FormState> {
  const [t, ta] = await Promise.all([getTranslations("codes.refusal"), getTranslations("approvals.refusal")]);
  const title = isDraftRefusal(reason) ? ta(reason) : t(reason);
  return { values, errors: [], notice: { kind: "error", title } };
}

async function reasonErrors(error: ZodError) {
  const t = await getTranslations("codes");
  return typedErrors(error, () => t("reason"));
}

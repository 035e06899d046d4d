"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ZodError } from "zod";
import type { DoneAct } from "@/components/admin/done-notice";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { findPoster } from "@/lib/codes/find-poster";
import { IssueInput, RevocationInput } from "@/lib/codes/input";
import { issueCode } from "@/lib/codes/issue-code";
import { reissueCode } from "@/lib/codes/reissue-code";
import { revokeCode } from "@/lib/codes/revoke-code";
import { type FormState, formValues } from "@/lib/shared/form";
import { typedErrors } from "../typed-errors";
import { targetPath } from "./target-path";

/** Issues a code and leads to what it is for, where its poster can be printed. */
export async function issueCodeAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("code.write");
  const values = formValues(form);
  const input = IssueInput.safeParse(values);
  if (!input.success) redirect("/admin");
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
  const reissued = await reissueCode(input.data, actor, await cityNow());
  if (!reissued.ok) return refusal(reissued.reason, values);
  redirect(await pathAfter(reissued.value.codeId, "reissued"));
}

/** The page of what the code is for, which says what was done and shows the live code. */
async function pathAfter(codeId: string, done: DoneAct): Promise<Route> {
  const poster = await findPoster(codeId, "everywhere");
  return poster ? targetPath(poster, done) : "/admin";
}

type Refusal = Exclude<Awaited<ReturnType<typeof issueCode | typeof reissueCode | typeof revokeCode>>, { ok: true }>;

async function refusal(reason: Refusal["reason"], values: Record<string, string>): Promise<FormState> {
  const t = await getTranslations("codes.refusal");
  return { values, errors: [], notice: { kind: "error", title: t(reason) } };
}

async function reasonErrors(error: ZodError) {
  const t = await getTranslations("codes");
  return typedErrors(error, () => t("reason"));
}

"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { withQuery } from "@/components/admin/address";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { endProxyForMember } from "@/lib/members/end-proxy";
import { openProxy } from "@/lib/members/open-proxy";
import { EndProxyInput, ProxyInput } from "@/lib/members/proxy-input";
import { type FormState, formValues } from "@/lib/shared/form";
import { joinDays } from "@/lib/shared/typed";
import { membershipErrors } from "../membership-errors";

const labels = ["number", "relation", "consent", "endsOn"] as const;

/** Lets one member act for another, and leads back to their proxies. */
export async function openProxyAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("proxy.write");
  const values = formValues(form);
  const t = await getTranslations("memberships.proxies");
  const input = ProxyInput.safeParse(joinDays(values, ["endsOn"]));
  if (!input.success) {
    const label = (field: string) => t(labels.find((known) => known === field) ?? "number");
    return { values, errors: await membershipErrors(input.error, label) };
  }
  const opened = await openProxy(input.data, actor, await cityNow());
  if (opened.ok) redirect(withQuery(`/admin/members/${input.data.memberId}/proxies`, { done: "proxyOpened" }));
  return { values, errors: [], notice: { kind: "error", title: t(`refusal.${opened.reason}`) } };
}

/** Ends a proxy for one of its two members. */
export async function endProxyAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("proxy.write");
  const values = formValues(form);
  const input = EndProxyInput.safeParse(values);
  if (!input.success) redirect("/admin/members");
  const ended = await endProxyForMember(input.data, actor, await cityNow());
  if (ended.ok) redirect(withQuery(`/admin/members/${input.data.memberId}/proxies`, { done: "proxyEnded" }));
  const t = await getTranslations("memberships.proxies.refusal");
  return { values, errors: [], notice: { kind: "error", title: t(ended.reason) } };
}

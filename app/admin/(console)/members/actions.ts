"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { env } from "@/lib/env";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { decideSearch } from "@/lib/members/decide-search";
import { discloseMember } from "@/lib/members/disclose-member";
import { findMembers } from "@/lib/members/find-members";
import { DisclosureInput } from "@/lib/members/input";
import { cityDay, formatCityDate } from "@/lib/shared/city-time";
import { type FormState, formValues } from "@/lib/shared/form";
import type { SearchState } from "./search-state";

/** Longer than any address of a card. */
const LONGEST = 200;

/** Looks for members, masked. A POST, so that what is looked for stands in no address and no log. */
export async function searchMembersAction(_: SearchState, form: FormData): Promise<SearchState> {
  const { actor } = await requirePermission("member.read");
  const [t, tm] = await Promise.all([getTranslations("members.error"), getTranslations("members")]);
  const { typed: given = "", after } = formValues(form);
  const typed = given.slice(0, LONGEST);
  const search = decideSearch(typed, env.APP_ORIGIN);
  if (!search.ok) return { values: { typed }, errors: [{ field: "typed", message: t(search.reason) }] };
  const { rows, next } = await findMembers(search.value, after, actor, await cityNow());
  const found = rows.map(({ memberId, number, maskedName, joinedAt, hasCard, leftAt }) => ({
    ...{ memberId, hasCard },
    number: formatMemberNumber(number),
    name: maskedName ?? tm(leftAt ? "leftName" : "noName"),
    joined: formatCityDate(cityDay(joinedAt)),
  }));
  // A card's address is as good as the card: it is not given back to the screen.
  const values: Record<string, string> = search.value.by === "card" ? {} : { typed };
  return { values, errors: [], found: { rows: found, next } };
}

/** Opens a member's data for a purpose, for ten minutes. */
export async function discloseMemberAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("member.read");
  const values = formValues(form);
  const input = DisclosureInput.safeParse(values);
  const [t, tr] = await Promise.all([getTranslations("members.purpose"), getTranslations("members.refusal")]);
  if (!input.success) return { values, errors: [{ field: "purpose", message: t("required") }] };
  const opened = await discloseMember(input.data, actor, await cityNow());
  if (opened.ok) redirect(`/admin/members/${input.data.memberId}`);
  return { values, errors: [], notice: { kind: "error", title: tr(opened.reason) } };
}

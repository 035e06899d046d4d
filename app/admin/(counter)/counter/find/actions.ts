"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { VisitInput } from "@/lib/counter/input";
import { openVisit } from "@/lib/counter/open-visit";
import { listQuestions } from "@/lib/counter/queries";
import { env } from "@/lib/env";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { decideSearch, type MemberSearch } from "@/lib/members/decide-search";
import { findMembers } from "@/lib/members/find-members";
import { cityDay, formatCityDate } from "@/lib/shared/city-time";
import { type FormState, formValues } from "@/lib/shared/form";
import type { FindState } from "./find-state";

/** A phone that shows its member's code is no card that anybody could have found: it has no PIN to ask for. */
const waysOf = { card: "card", phone: "number", number: "number", birth: "name", kana: "name" } as const;

/** Looks for whom somebody says they are, or whose card they show; who is found is masked. What was typed is not given back. */
export async function findPersonAction(_: FindState, form: FormData): Promise<FindState> {
  const { actor } = await requirePermission("counter.act");
  const typed = formValues(form).words ?? "";
  const t = await getTranslations("counter");
  const search = decideSearch(typed.slice(0, 200), env.APP_ORIGIN);
  if (!search.ok) {
    const message = t(`searchRefusal.${search.reason}`);
    return { values: {}, errors: [{ field: "words", message }] };
  }
  const found = await findMembers(search.value, undefined, actor, await cityNow());
  if (found.rows.length === 0) return { values: {}, errors: [{ field: "words", message: t("find.none") }] };
  return { values: {}, errors: [], found: await describe(search.value.by, found) };
}

async function describe(by: MemberSearch["by"], found: Awaited<ReturnType<typeof findMembers>>) {
  const way = waysOf[by];
  const questions = await listQuestions(
    found.rows.map(({ memberId }) => memberId),
    way,
  );
  const people = found.rows.map(({ memberId, maskedName: name, number, joinedAt }) => {
    const question = questions.get(memberId) ?? "number";
    // The number answers its own question, so it is not read out of the list.
    const shown = question === "number" ? "" : formatMemberNumber(number);
    return { memberId, name, number: shown, joined: formatCityDate(cityDay(joinedAt)), question };
  });
  return { by: way, people, hasMore: found.next !== null };
}

/** Opens the visit of whoever was found, once the answer is right. */
export async function openVisitAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor, sessionId } = await requirePermission("counter.act");
  const t = await getTranslations("counter.personRefusal");
  const input = VisitInput.safeParse(formValues(form));
  const refusal = (message: string) => ({ values: {}, errors: [{ field: "answer", message }] });
  if (!input.success) return refusal(t("required"));
  const opened = await openVisit(input.data, sessionId, actor, await cityNow());
  if (!opened.ok) return refusal(t(opened.reason));
  redirect("/admin/counter/menu" as Route);
}

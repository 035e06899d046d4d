"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mailWayChange } from "@/lib/auth/mail-way-change";
import { requireProvenMemberAct } from "@/lib/auth/require-proven";
import { tryJoin } from "@/lib/auth/try-join";
import { cityNow } from "@/lib/clock/city-now";
import { env } from "@/lib/env";
import { decideSearch } from "@/lib/members/decide-search";
import { JoinInput } from "@/lib/members/input";
import { findOwnEmail } from "@/lib/members/ways-in";
import { type FormState, formErrors, formValues } from "@/lib/shared/form";

/** Joins the typed card to the member who is signed in. */
export async function joinCardAction(_: FormState, form: FormData): Promise<FormState> {
  const proven = await requireProvenMemberAct(form, ["pin"]);
  if (!proven.ok) return proven.answer;
  const { memberId, address, requestId } = proven.member;
  const values = formValues(form, ["pin"]);
  const t = await getTranslations("ways.join");
  const input = JoinInput.safeParse(formValues(form));
  if (!input.success) {
    return { values, errors: formErrors(input.error, (field) => t(field === "pin" ? "pinWrong" : "cardWrong")) };
  }
  const card = decideSearch(input.data.card, env.APP_ORIGIN);
  if (!card.ok || (card.value.by !== "card" && card.value.by !== "number"))
    return { values, errors: [{ field: "card", message: t("cardWrong") }] };
  const answer = await tryJoin({ memberId, card: card.value, pin: input.data.pin }, address, await cityNow());
  if (answer.ok) {
    mailWayChange(await findOwnEmail(answer.value.memberId), "added", requestId);
    redirect("/me/card?done=joined");
  }
  if (answer.reason === "too_many_guesses")
    return { values, errors: [], notice: { kind: "warning", title: t("tooMany"), text: t("tooManyText") } };
  const title = t(`refusal.${answer.reason}`);
  return { values, errors: [], notice: { kind: "error", title, text: t("unchanged") } };
}

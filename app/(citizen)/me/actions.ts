"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { dropCookie, MEMBER_COOKIE } from "@/lib/auth/cookies";
import { requireMember, requireSignedIn } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { changeNickname } from "@/lib/members/change-nickname";
import { endSession, endSessions } from "@/lib/members/end-session";
import { findOpener } from "@/lib/members/find-opener";
import { NicknameInput } from "@/lib/members/input";
import { type FormState, formErrors, formValues } from "@/lib/shared/form";

/** Home, which says that nothing is lost, and offers to sign out at the provider that had opened the session, too. */
const leftPath = (opener: string | undefined): Route => `/?left=${opener ?? ""}` as Route;

/** Gives the signed-in member another nickname, or none. */
export async function changeNicknameAction(_: FormState, form: FormData): Promise<FormState> {
  const { memberId } = await requireMember();
  const t = await getTranslations("me.nickname");
  const values = formValues(form);
  const input = NicknameInput.safeParse(values);
  if (!input.success) return { values, errors: formErrors(input.error, () => t("too_long")) };
  await changeNickname(memberId, input.data.nickname);
  revalidatePath("/me");
  return { values, errors: [], notice: { kind: "success", title: t("saved") } };
}

/** Ends the session of this browser. */
export async function signOutAction(): Promise<void> {
  const { memberId, sessionId } = await requireSignedIn();
  const opener = await findOpener(sessionId);
  await endSession({ memberId, sessionId }, await cityNow());
  await dropCookie(MEMBER_COOKIE);
  redirect(leftPath(opener));
}

/** Ends the member's sessions on every device. */
export async function signOutEverywhereAction(): Promise<void> {
  const { memberId, sessionId } = await requireSignedIn();
  const opener = await findOpener(sessionId);
  await endSessions({ memberId }, await cityNow());
  await dropCookie(MEMBER_COOKIE);
  redirect(leftPath(opener));
}

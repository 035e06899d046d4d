"use server";

import { redirect } from "next/navigation";
import { OFFER_COOKIE, setCookie } from "@/lib/auth/cookies";
import { requireMember } from "@/lib/auth/guards";

/** Offers no passkey on this device any more. */
export async function dismissOfferAction(): Promise<void> {
  await requireMember();
  await setCookie(OFFER_COOKIE, "no", { keep: true });
  redirect("/");
}

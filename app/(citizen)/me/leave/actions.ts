"use server";

import { redirect } from "next/navigation";
import { requireOwn } from "@/lib/auth/guards";
import { requireProvenSelf } from "@/lib/auth/require-proven";
import { cityNow } from "@/lib/clock/city-now";
import { askToLeave } from "@/lib/members/ask-to-leave";
import { stay } from "@/lib/members/stay";

/** Asks for the member's withdrawal; its page then says when, and how to stay. */
export async function askToLeaveAction(): Promise<void> {
  const { memberId } = await requireProvenSelf("/me/leave/sure");
  await askToLeave(memberId, await cityNow());
  redirect("/me/leave");
}

/** Undoes it, in one tap: nothing is lost by staying, so that nothing is to be shown again. */
export async function stayAction(): Promise<void> {
  const { memberId } = await requireOwn();
  const stayed = await stay(memberId, await cityNow());
  redirect(stayed.ok ? "/me?stayed" : "/me?late");
}

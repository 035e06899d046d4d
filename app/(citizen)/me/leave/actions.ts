"use server";

import { redirect } from "next/navigation";
import { requireSignedIn } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { askToLeave } from "@/lib/members/ask-to-leave";
import { stay } from "@/lib/members/stay";

/** Asks for the member's withdrawal; its page then says when, and how to stay. */
export async function askToLeaveAction(): Promise<void> {
  const { memberId } = await requireSignedIn();
  await askToLeave(memberId, await cityNow());
  redirect("/me/leave");
}

/** Undoes it, in one tap. */
export async function stayAction(): Promise<void> {
  const { memberId } = await requireSignedIn();
  const stayed = await stay(memberId, await cityNow());
  redirect(stayed.ok ? "/me?stayed" : "/me?late");
}

"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { dropCookie, MEMBER_COOKIE } from "@/lib/auth/cookies";
import { requireMember } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { endSession, endSessions } from "@/lib/members/end-session";
import { formValues } from "@/lib/shared/form";

const SessionInput = z.strictObject({ sessionId: z.uuid() });

/** Ends the session of one of the member's devices; of this one, it is signing out. One that has ended already is no fault. */
export async function endDeviceAction(form: FormData): Promise<void> {
  const { memberId, sessionId: here } = await requireMember("/me/devices");
  const input = SessionInput.safeParse(formValues(form));
  if (!input.success) redirect("/me/devices");
  await endSession({ memberId, ...input.data }, await cityNow());
  if (input.data.sessionId !== here) redirect("/me/devices?done=one");
  await dropCookie(MEMBER_COOKIE);
  redirect("/?left");
}

/** Ends the sessions on every device but this one. */
export async function endOtherDevicesAction(): Promise<void> {
  const { memberId, sessionId } = await requireMember("/me/devices");
  await endSessions({ memberId, except: sessionId }, await cityNow());
  redirect("/me/devices?done=others");
}

"use server";

import { requireMember } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { describeCode, type ShownCode } from "./describe-code";

/** The member's code of this moment. */
export async function renewCodeAction(): Promise<ShownCode> {
  const { memberId } = await requireMember("/me/card");
  return describeCode(memberId, await cityNow());
}

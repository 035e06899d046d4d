"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requireMember } from "@/lib/auth/guards";
import { answerStay } from "@/lib/members/answer-stay";
import { formValues } from "@/lib/shared/form";

const Input = z.object({ stays: z.enum(["yes", "no"]), from: z.enum(["/", "/me"]).catch("/") });

/** Keeps what a member answers to whether they go on once the test is over. */
export async function answerStayAction(form: FormData): Promise<void> {
  const { memberId } = await requireMember();
  const input = Input.safeParse(formValues(form));
  if (!input.success) redirect("/");
  await answerStay(memberId, input.data.stays === "yes");
  redirect(input.data.from);
}

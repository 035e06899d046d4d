"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { requireSignedIn } from "@/lib/auth/guards";
import { landMember } from "@/lib/auth/land-member";
import { openResume } from "@/lib/auth/resume";
import { tryInvitation } from "@/lib/auth/try-invitation";
import { cityNow } from "@/lib/clock/city-now";
import { finishSignUp } from "@/lib/members/finish-sign-up";
import { SignUpInput } from "@/lib/members/input";
import { type FormState, formValues } from "@/lib/shared/form";
import { answerSignUp, answerSignUpTyped } from "./answers";

/** Ends the sign-up; a claim that waited for it is made in this same request. */
export async function finishSignUpAction(_: FormState, form: FormData): Promise<FormState> {
  const { memberId, address, requestId } = await requireSignedIn();
  const values = formValues(form);
  const input = SignUpInput.safeParse(values);
  if (!input.success) return answerSignUpTyped(input.error, values);
  const at = await cityNow();
  const { to, ...answers } = input.data;
  const finished = await tryInvitation({ memberId, address }, () => finishSignUp({ memberId, answers }, at));
  if (!finished.ok) return answerSignUp(finished, values);
  redirect((await landMember({ memberId, resumeTo: openResume(to) }, requestId, at)) as Route);
}

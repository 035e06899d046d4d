"use server";

import { redirect } from "next/navigation";
import { requireVisitor } from "@/lib/auth/guards";
import { EmailInput } from "@/lib/auth/input";
import { openResume } from "@/lib/auth/resume";
import { sendMemberCode } from "@/lib/auth/send-code";
import { answerTyped } from "@/lib/auth/sign-in-answers";
import { type FormState, formValues } from "@/lib/shared/form";

/** Sends a code to the typed address, known here or not, and goes on to where it is typed. */
export async function askCodeAction(_: FormState, form: FormData): Promise<FormState> {
  const visitor = await requireVisitor();
  const values = formValues(form);
  const input = EmailInput.safeParse(values);
  if (!input.success) return answerTyped(input.error, values);
  const refused = await sendMemberCode(input.data.email, openResume(input.data.to), visitor);
  return refused ? { ...refused, values } : redirect("/sign-in/code");
}

"use server";

import { redirect } from "next/navigation";
import { endStaffVisit } from "@/lib/auth/end-staff-visit";
import { requireStaff, requireVisitor } from "@/lib/auth/guards";
import { EmailInput } from "@/lib/auth/input";
import { sendStaffCode } from "@/lib/auth/send-code";
import { answerTyped } from "@/lib/auth/sign-in-answers";
import { cityNow } from "@/lib/clock/city-now";
import { type FormState, formValues } from "@/lib/shared/form";
import { isRealBook } from "@/lib/staff/queries";

/** Sends a code to the typed address if it is an enabled person's, and says the same if it is not. */
export async function askStaffCodeAction(_: FormState, form: FormData): Promise<FormState> {
  const visitor = await requireVisitor();
  if (await isRealBook()) redirect("/admin/sign-in");
  const values = formValues(form);
  const input = EmailInput.safeParse(values);
  if (!input.success) return answerTyped(input.error, values);
  const refused = await sendStaffCode(input.data.email, visitor);
  return refused ? { ...refused, values } : redirect("/admin/sign-in/code");
}

/** Ends the session of this browser. */
export async function signOutStaffAction(): Promise<void> {
  const { actor } = await requireStaff();
  await endStaffVisit(actor, await cityNow());
  redirect("/admin/sign-in");
}

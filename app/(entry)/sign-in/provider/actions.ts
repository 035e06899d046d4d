"use server";

import { notFound } from "next/navigation";
import { requireVisitor } from "@/lib/auth/guards";
import { ProviderInput } from "@/lib/auth/input";
import { openResume } from "@/lib/auth/resume";
import { startProviderSignIn } from "@/lib/auth/start-provider-sign-in";
import { formValues } from "@/lib/shared/form";

/** Leads to the provider of the pressed button, to sign in there. */
export async function signInAtProviderAction(form: FormData): Promise<void> {
  await requireVisitor();
  const input = ProviderInput.safeParse(formValues(form));
  if (!input.success) notFound();
  await startProviderSignIn({ key: input.data.key, mode: "sign_in", resumeTo: openResume(input.data.to) });
}

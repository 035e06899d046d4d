"use server";

import { notFound } from "next/navigation";
import { requireSignedIn } from "@/lib/auth/guards";
import { ProviderInput } from "@/lib/auth/input";
import { openResume } from "@/lib/auth/resume";
import { startProviderSignIn } from "@/lib/auth/start-provider-sign-in";
import { formValues } from "@/lib/shared/form";

/** Leads to the provider of the pressed button, to sign in there once more. */
export async function proveAtProviderAction(form: FormData): Promise<void> {
  await requireSignedIn("/me/ways-in");
  const input = ProviderInput.safeParse(formValues(form));
  if (!input.success) notFound();
  const resumeTo = openResume(input.data.to) ?? "/me/ways-in";
  await startProviderSignIn({ key: input.data.key, mode: "prove", resumeTo });
}

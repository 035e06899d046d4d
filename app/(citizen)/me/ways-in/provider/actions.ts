"use server";

import { notFound } from "next/navigation";
import { ProviderInput } from "@/lib/auth/input";
import { requireProvenMember } from "@/lib/auth/require-proven";
import { startProviderSignIn } from "@/lib/auth/start-provider-sign-in";
import { formValues } from "@/lib/shared/form";

/** Leads to the provider of the pressed button, whose account becomes a way in of the member. */
export async function linkProviderAction(form: FormData): Promise<void> {
  await requireProvenMember("/me/ways-in");
  const input = ProviderInput.safeParse(formValues(form));
  if (!input.success) notFound();
  await startProviderSignIn({ key: input.data.key, mode: "link", resumeTo: "/me/ways-in" });
}

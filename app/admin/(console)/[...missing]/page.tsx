import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePermission } from "@/lib/auth/guards";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors.notFound");
  return { title: t("title") };
}

/** Any other address below /admin: staff are told within their own frame, with the way back into it; whoever is not signed in learns nothing. */
export default async function MissingPage() {
  await requirePermission("console.read");
  notFound();
}

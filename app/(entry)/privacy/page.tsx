import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LegalText } from "../legal-text";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("legal");
  return { title: t("privacy") };
}

export default async function PrivacyPage({ searchParams }: PageProps<"/privacy">) {
  const { version } = await searchParams;
  return <LegalText kind="privacy" version={version} />;
}

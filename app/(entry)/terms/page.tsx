import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LegalText } from "../legal-text";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("legal");
  return { title: t("terms") };
}

export default async function TermsPage({ searchParams }: PageProps<"/terms">) {
  const { version } = await searchParams;
  return <LegalText kind="terms" version={version} />;
}

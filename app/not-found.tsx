import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SiteHeader } from "@/components/citizen/site-header";
import { NothingHere } from "@/components/ui/nothing-here";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors.notFound");
  return { title: t("title") };
}

export default function NotFoundPage() {
  return (
    <>
      <SiteHeader />
      <main id="main" tabIndex={-1} className="page-narrow flex flex-col gap-6 py-6">
        <NothingHere home="/" />
      </main>
    </>
  );
}

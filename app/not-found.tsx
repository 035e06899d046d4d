import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NothingHere } from "@/components/ui/nothing-here";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors.notFound");
  return { title: t("title") };
}

export default function NotFoundPage() {
  return (
    <main id="main" tabIndex={-1} className="page-narrow flex flex-col gap-6 py-10">
      <NothingHere home="/" />
    </main>
  );
}

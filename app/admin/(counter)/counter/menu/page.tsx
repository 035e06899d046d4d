import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FileLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { requireVisit } from "@/lib/auth/require-visit";
import { VisitFrame } from "../visit-frame";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("counter.menu");
  return { title: t("title") };
}

const acts = ["grant", "exchange", "card", "balance"] as const;

/** What can be done for the one who stands here. Plain links: nothing is loaded ahead of a press, which would count as one. */
export default async function CounterMenuPage() {
  const { visit } = await requireVisit();
  const t = await getTranslations("counter.menu");
  return (
    <VisitFrame visit={visit} isMenu>
      <PageHeading text={t("title")} />
      <nav aria-label={t("title")} className="grid gap-4 sm:grid-cols-2">
        {acts.map((act) => (
          <FileLink key={act} href={`/admin/counter/${act}`} size="large">
            {t(act)}
          </FileLink>
        ))}
      </nav>
    </VisitFrame>
  );
}

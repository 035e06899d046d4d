import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button-style";
import { PageHeading } from "@/components/ui/page-heading";
import { decideTopAddress } from "@/lib/auth/decide-portal-entry";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portal.framed");
  return { title: t("title"), robots: { index: false } };
}

/** All that another site's page can show of this one: a link, which needs no scripts, to the same address on its own. */
export default async function FramedPage({ searchParams }: PageProps<"/framed">) {
  const { to } = await searchParams;
  const t = await getTranslations("portal.framed");
  return (
    <main id="main" tabIndex={-1} className="page-narrow flex flex-col gap-6 py-6">
      <PageHeading text={t("title")}>
        <p>{t("text")}</p>
      </PageHeading>
      <a
        href={decideTopAddress(typeof to === "string" ? to : undefined)}
        target="_top"
        className={buttonClass("filled", "large", "primary")}
      >
        {t("open")}
      </a>
    </main>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button-style";
import { contactParts } from "@/components/ui/contact-parts";
import { PageHeading } from "@/components/ui/page-heading";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.offline");
  return { title: t("title") };
}

/** Kept on the phone by public/sw.js and shown in place of any page that cannot be reached. */
export default async function OfflinePage() {
  const t = await getTranslations("shell.offline");
  return (
    <main id="main" tabIndex={-1} className="page-narrow flex flex-col gap-6 py-10">
      <PageHeading text={t("title")} />
      <p>{t("points")}</p>
      <p>{t("text")}</p>
      <p>{t("spend")}</p>
      {/* A form without an action asks again for the page that was asked for, with no script. */}
      <form>
        <button type="submit" className={buttonClass("filled", "large", "primary")}>
          {t("retry")}
        </button>
      </form>
      <p>{t.rich("contact", contactParts)}</p>
    </main>
  );
}

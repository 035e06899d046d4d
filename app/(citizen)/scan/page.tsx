import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/ui/page-heading";
import { env } from "@/lib/env";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { QrScanner } from "./qr-scanner";
import { TypedCodeForm } from "./typed-code-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("scan");
  return { title: t("title") };
}

/** よみとる: the camera once it is asked for, a photo, or the typed code. */
export default async function ScanPage() {
  const t = await getTranslations("scan");
  return (
    <ClientMessages names={["scan"]}>
      <TypedCodeForm>
        <PageHeading text={t("title")}>
          <p>{t("lead")}</p>
        </PageHeading>
        <p className="hidden noscript:block">{t("withoutScript")}</p>
        <div className="contents noscript:hidden">
          <QrScanner origin={env.APP_ORIGIN} />
        </div>
      </TypedCodeForm>
    </ClientMessages>
  );
}

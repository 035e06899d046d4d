import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BottomNav } from "@/components/citizen/bottom-nav";
import { RegisterWorker } from "@/components/citizen/register-worker";
import { SiteHeader } from "@/components/citizen/site-header";
import { ActingBanner } from "./acting-banner";

/** The phone's frame: header with help in the same place on every page, one column, the five ways on. */
export default function CitizenLayout({ children }: { children: ReactNode }) {
  const t = useTranslations("shell");
  const words = {
    home: t("nav.home"),
    scan: t("nav.scan"),
    spend: t("nav.spend"),
    history: t("nav.history"),
    me: t("nav.me"),
  };
  return (
    <div className="@container flex min-h-dvh flex-col">
      <SiteHeader />
      <ActingBanner />
      <main id="main" tabIndex={-1} className="page-narrow flex flex-1 flex-col gap-6 py-6">
        {children}
      </main>
      <BottomNav label={t("navigation")} words={words} />
      <RegisterWorker />
    </div>
  );
}

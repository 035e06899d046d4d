import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BottomNav } from "@/components/citizen/bottom-nav";
import { PortalHeader } from "@/components/citizen/portal-header";
import { RegisterWorker } from "@/components/citizen/register-worker";
import { SiteHeader } from "@/components/citizen/site-header";
import { OfflineNotice } from "@/components/ui/offline-notice";
import { leaveFrame } from "@/lib/auth/leave-frame";
import { findPortalVisit } from "@/lib/auth/portal-visit";
import { ActingBanner } from "./acting-banner";

/** The phone's frame: header with help in the same place on every page, one column, the five ways on. */
export default async function CitizenLayout({ children }: { children: ReactNode }) {
  await leaveFrame();
  const portal = await findPortalVisit();
  const t = await getTranslations("shell");
  const words = {
    home: t("nav.home"),
    scan: t("nav.scan"),
    spend: t("nav.spend"),
    history: t("nav.history"),
    me: t("nav.me"),
  };
  return (
    <div className="@container flex min-h-dvh flex-col">
      {portal ? <PortalHeader {...portal} /> : <SiteHeader />}
      <OfflineNotice />
      <ActingBanner />
      <main id="main" tabIndex={-1} className="page-narrow flex flex-1 flex-col gap-6 py-6">
        {children}
      </main>
      <BottomNav label={t("navigation")} words={words} />
      <RegisterWorker />
    </div>
  );
}

import type { ReactNode } from "react";
import { PortalHeader } from "@/components/citizen/portal-header";
import { SiteHeader } from "@/components/citizen/site-header";
import { OfflineNotice } from "@/components/ui/offline-notice";
import { leaveFrame } from "@/lib/auth/leave-frame";
import { findPortalVisit } from "@/lib/auth/portal-visit";

/** The quiet frame of pages that need no session: name and help, one column, no ways elsewhere. */
export default async function EntryLayout({ children }: { children: ReactNode }) {
  await leaveFrame();
  const portal = await findPortalVisit();
  return (
    <div className="@container flex min-h-dvh flex-col">
      {portal ? <PortalHeader {...portal} /> : <SiteHeader />}
      <OfflineNotice />
      <main id="main" tabIndex={-1} className="page-narrow flex flex-1 flex-col gap-6 py-6">
        {children}
      </main>
    </div>
  );
}

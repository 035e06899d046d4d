import type { ReactNode } from "react";
import { SiteHeader } from "@/components/citizen/site-header";

/** The quiet frame of pages that need no session: name and help, one column, no ways elsewhere. */
export default function EntryLayout({ children }: { children: ReactNode }) {
  return (
    <div className="@container flex min-h-dvh flex-col">
      <SiteHeader />
      <main id="main" tabIndex={-1} className="page-narrow flex flex-1 flex-col gap-6 py-6">
        {children}
      </main>
    </div>
  );
}

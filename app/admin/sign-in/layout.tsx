import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BrandMark } from "@/components/ui/brand-mark";
import { OfflineNotice } from "@/components/ui/offline-notice";

/** The staff door: the console's name, one column, no way in but the one on the page. */
export default function StaffDoorLayout({ children }: { children: ReactNode }) {
  const t = useTranslations("shell.console");
  return (
    <div className="@container flex min-h-dvh flex-col">
      <header className="border-b border-line bg-white">
        <p className="page-narrow flex min-h-14 items-center gap-2 text-std-20B-150 text-primary">
          <BrandMark />
          {t("name")}
        </p>
      </header>
      <OfflineNotice />
      <main id="main" tabIndex={-1} className="page-narrow flex flex-1 flex-col gap-6 py-6">
        {children}
      </main>
    </div>
  );
}

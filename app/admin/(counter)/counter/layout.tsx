import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BrandMark } from "@/components/ui/brand-mark";
import { FileLink } from "@/components/ui/link";
import { OfflineNotice } from "@/components/ui/offline-notice";
import { requirePermission } from "@/lib/auth/guards";
import "./counter.css";
import { HistoryGuard } from "./history-guard";

/** 窓口: a frame of its own, with large keys and letters. Each page and action below guards itself. */
export default async function CounterLayout({ children }: { children: ReactNode }) {
  const { name } = await requirePermission("counter.act");
  const t = await getTranslations("counter");
  return (
    <div className="counter-desk flex min-h-dvh flex-col">
      <HistoryGuard />
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line bg-white px-6 py-3 print:hidden">
        <p className="flex items-center gap-2 text-std-24B-150 text-primary">
          <BrandMark />
          {t("title")}
        </p>
        <div className="flex flex-wrap items-center gap-4">
          <span>{t("staff", { name })}</span>
          <FileLink href="/admin" look="text">
            {t("console")}
          </FileLink>
        </div>
      </header>
      <OfflineNotice />
      <main id="main" tabIndex={-1} className="mx-auto flex w-full max-w-4xl flex-1 flex-col gap-6 p-6">
        {children}
      </main>
    </div>
  );
}

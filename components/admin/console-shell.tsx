import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BrandMark } from "@/components/ui/brand-mark";
import { NavPending } from "@/components/ui/nav-pending";
import { OfflineNotice } from "@/components/ui/offline-notice";
import { type ConsoleEntry, ConsoleNav } from "./console-nav";

export interface ConsoleShellProps {
  entries: readonly ConsoleEntry[];
  staffName: string;
  /** The form that signs out. */
  signOut: ReactNode;
  children: ReactNode;
}

/** The staff's frame: made for 1366 px and a keyboard; below 1024 px the menu moves above the page. */
export function ConsoleShell({ entries, staffName, signOut, children }: ConsoleShellProps) {
  const t = useTranslations("shell.console");
  return (
    <div className="flex min-h-dvh flex-col text-std-16N-170">
      <header className="flex flex-wrap items-center justify-between gap-x-6 border-b border-line bg-white px-6 py-2 print:hidden">
        <Link href="/admin" className="relative flex min-h-11 items-center gap-2 text-std-18B-160 text-primary">
          <BrandMark />
          {t("name")}
          <NavPending />
        </Link>
        <div className="flex flex-wrap items-center gap-x-4">
          <Link
            href="/admin/me"
            className="relative inline-flex min-h-11 items-center text-link underline underline-offset-4"
          >
            {t("staff")}
            {staffName}
            <NavPending />
          </Link>
          {signOut}
        </div>
      </header>
      <OfflineNotice />
      <div className="flex flex-1 flex-col lg:flex-row">
        <ConsoleNav label={t("navigation")} entries={entries} />
        <main id="main" tabIndex={-1} className="flex min-w-0 max-w-7xl flex-1 flex-col gap-6 p-6">
          {children}
        </main>
      </div>
    </div>
  );
}

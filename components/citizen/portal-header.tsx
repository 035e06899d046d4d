import Link from "next/link";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { NavPending } from "@/components/ui/nav-pending";

/** The slim header of a window that came from the portal: the way back to it in the place of a second name, and help where it always is. */
export function PortalHeader({ name, homeUrl }: { name: string; homeUrl: string | null }) {
  const t = useTranslations();
  return (
    <header className="border-b border-line bg-white print:hidden">
      <div className="page-narrow flex flex-wrap items-center justify-between gap-x-4">
        {homeUrl && (
          <a href={homeUrl} className="flex min-h-11 items-center gap-1 text-link underline underline-offset-4">
            <Icon name="back" />
            {t("portal.back", { portal: name })}
          </a>
        )}
        <Link href="/help" className="relative flex min-h-11 items-center gap-1 text-link underline underline-offset-4">
          <Icon name="help" />
          {t("shell.help")}
          <NavPending />
        </Link>
      </div>
    </header>
  );
}

import Link from "next/link";
import { useTranslations } from "next-intl";
import { BrandMark } from "@/components/ui/brand-mark";
import { Icon } from "@/components/ui/icon";
import { NavPending } from "@/components/ui/nav-pending";

/** Name on the left, help on the right, on every citizen page in the same place. */
export function SiteHeader() {
  const t = useTranslations("shell");
  return (
    <header className="border-b border-line bg-white print:hidden">
      <div className="page-narrow flex flex-wrap items-center justify-between gap-x-4">
        <Link href="/" className="relative flex min-h-14 items-center gap-2 text-std-20B-150 text-primary">
          <BrandMark />
          {t("service")}
          <NavPending />
        </Link>
        <Link href="/help" className="relative flex min-h-14 items-center gap-1 text-link underline underline-offset-4">
          <Icon name="help" />
          {t("help")}
          <NavPending />
        </Link>
      </div>
    </header>
  );
}

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type UsageQuery, usageViews } from "@/lib/usage/input";
import { reportAddress } from "./report-address";

export function ViewTabs({ asked }: { asked: UsageQuery }) {
  const t = useTranslations("usage.view");
  return (
    <nav aria-label={t("label")}>
      <ul className="flex flex-wrap gap-2 border-b border-line">
        {usageViews.map((view) => (
          <li key={view}>
            <Link
              href={reportAddress("/admin/usage", asked, { view })}
              aria-current={view === asked.view ? "page" : undefined}
              prefetch={false}
              className="inline-flex min-h-11 items-center border-b-4 border-transparent px-4 text-link underline underline-offset-4 aria-[current]:border-primary aria-[current]:text-std-16B-170 aria-[current]:text-ink aria-[current]:no-underline"
            >
              {t(view)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

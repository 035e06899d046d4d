import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NavPending } from "./nav-pending";

export interface SummaryRow {
  term: string;
  detail: ReactNode;
  /** Where this row can be changed; shown as 変更 with the term for screen readers. */
  change?: Route | undefined;
}

/** The rows of a check page, a receipt or a record. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const t = useTranslations("ui");
  return (
    <dl className="border-t border-line">
      {rows.map(({ term, detail, change }) => (
        <div key={term} className="flex flex-wrap items-baseline gap-x-4 border-b border-line py-3">
          <dt className="w-full text-std-16B-170 text-quiet sm:w-40">{term}</dt>
          <dd className="min-w-0 flex-1">{detail}</dd>
          {change && (
            <dd>
              <Link
                href={change}
                className="relative inline-flex min-h-11 min-w-11 items-center justify-center text-link underline underline-offset-4"
              >
                {t("change")}
                <span className="sr-only">{t("changeOf", { term })}</span>
                <NavPending />
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

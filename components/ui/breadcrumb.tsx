import type { Route } from "next";
import { useTranslations } from "next-intl";
import { TextLink } from "./link";

export interface Crumb {
  label: string;
  href: Route;
}

/** The pages above this one, then this one's own name. */
export function Breadcrumb({ above, here }: { above: readonly Crumb[]; here: string }) {
  const t = useTranslations("ui");
  return (
    <nav aria-label={t("breadcrumb")}>
      <ol className="flex flex-wrap gap-x-2 text-std-16N-170">
        {above.map((crumb) => (
          <li key={crumb.href} className="flex min-h-11 items-center gap-2">
            <TextLink href={crumb.href}>{crumb.label}</TextLink>
            <span aria-hidden="true">{t("crumbMark")}</span>
          </li>
        ))}
        <li aria-current="page" className="flex min-h-11 items-center">
          {here}
        </li>
      </ol>
    </nav>
  );
}

import type { Route } from "next";
import { useTranslations } from "next-intl";
import { LinkButton } from "./link";

export interface PaginationProps {
  /** Address of the first page; given only on later pages. */
  first?: Route | undefined;
  previous?: Route | undefined;
  next?: Route | undefined;
}

/** Pages by key: there is a next and a previous page, never a page number. */
export function Pagination({ first, previous, next }: PaginationProps) {
  const t = useTranslations("ui.pages");
  const links = Object.entries({ first, previous, next }) as [keyof PaginationProps, Route | undefined][];
  if (!first && !previous && !next) return null;
  return (
    <nav aria-label={t("label")} className="flex flex-wrap gap-3">
      {links.map(
        ([page, href]) =>
          href && (
            <LinkButton key={page} href={href} look="outlined" size="medium" prefetch={false}>
              {t(page)}
            </LinkButton>
          ),
      )}
    </nav>
  );
}

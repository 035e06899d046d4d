import type { Route } from "next";
import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/link";
import { type LegalKind, legalKinds } from "@/lib/legal/input";

/** The ways to the city's texts, on pages where they may matter. */
export function LegalLinks() {
  const t = useTranslations("legal");
  return (
    <nav aria-label={t("links")} className="flex flex-wrap gap-x-6 gap-y-3">
      {legalKinds.map((kind) => (
        <TextLink key={kind} href={`/${kind}` as Route}>
          {t(kind)}
        </TextLink>
      ))}
    </nav>
  );
}

/** The same beside a form: a text opens in a tab of its own, so that nothing that was typed is lost. */
export function LegalReading({ kinds = legalKinds }: { kinds?: readonly LegalKind[] }) {
  const t = useTranslations("legal");
  return (
    <ul className="flex flex-col gap-2">
      {kinds.map((kind) => (
        <li key={kind}>
          <a
            href={`/${kind}`}
            target="_blank"
            rel="noopener"
            className="flex min-h-11 w-fit items-center text-link underline underline-offset-4"
          >
            {t("newTab", { text: t(kind) })}
          </a>
        </li>
      ))}
    </ul>
  );
}

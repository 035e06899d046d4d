import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";

/** Tells whoever left the sign-up, or new terms, half-way that nothing can be earned or spent before. */
export async function Unfinished({ path }: { path: Route }) {
  const t = await getTranslations("joining.unfinished");
  return (
    <Notification kind="warning" title={t("title")}>
      <p>{t("text")}</p>
      <LinkButton href={path} size="medium">
        {t("next")}
      </LinkButton>
    </Notification>
  );
}

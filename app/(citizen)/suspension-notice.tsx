import { getTranslations } from "next-intl/server";
import { TextLink } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";

/** Tells a suspended member so, and where the reason is. */
export async function SuspensionNotice() {
  const t = await getTranslations("memberships.me.suspended");
  return (
    <Notification kind="warning" title={t("title")}>
      <p>{t("text")}</p>
      <p>
        <TextLink href="/me/suspension">{t("see")}</TextLink>
      </p>
    </Notification>
  );
}

import { getTranslations } from "next-intl/server";
import { TextLink } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { findOpenSuspension } from "@/lib/members/list-suspensions";

/** Tells a suspended member so, where they would receive or spend, and where the reason is. */
export async function SuspensionNotice({ memberId }: { memberId: string }) {
  if (!(await findOpenSuspension(memberId))) return null;
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

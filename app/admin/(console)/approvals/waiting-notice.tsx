import { getTranslations } from "next-intl/server";
import { TextLink } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { listWaitingAbout } from "@/lib/approvals/queries";
import { cityNow } from "@/lib/clock/city-now";
import { formatCityDateTime } from "@/lib/shared/city-time";

/** The drafts about a thing that wait for their second person: no second one about the same is made meanwhile. */
export async function WaitingNotice({ target }: { target: { kind: string; id: string } }) {
  const [t, waiting] = await Promise.all([getTranslations("approvals"), listWaitingAbout(target, await cityNow())]);
  return waiting.map(({ id, number, kind, maker, expiresAt }) => (
    <Notification key={id} kind="info" title={t("pending.title", { kind: t(`kind.${kind}`), number })}>
      <p>{t("pending.text", { maker, until: formatCityDateTime(expiresAt) })}</p>
      <p>
        <TextLink href={`/admin/approvals/${id}`}>{t("pending.link")}</TextLink>
      </p>
    </Notification>
  ));
}

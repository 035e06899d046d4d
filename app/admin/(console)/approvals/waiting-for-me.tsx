import { getTranslations } from "next-intl/server";
import { TextLink } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { countInbox } from "@/lib/approvals/queries";
import type { Holding } from "@/lib/staff/decide-permission";
import { readerOf } from "./reader";

type Props = { person: { staffId: string; holdings: readonly Holding[] }; at: Date };

/** How many drafts wait for this person, with the way to them; nothing where none does. */
export async function WaitingForMe({ person, at }: Props) {
  const count = await countInbox(readerOf(person), at);
  if (count === 0) return null;
  const t = await getTranslations("approvals");
  return (
    <Notification kind="info" title={t("dashboard", { count })}>
      <p>
        <TextLink href="/admin/approvals">{t("dashboardText")}</TextLink>
      </p>
    </Notification>
  );
}

import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/page-heading";
import { isToDecide } from "@/lib/approvals/decide-approval";
import type { ApprovalDetail, Reader } from "@/lib/approvals/queries";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { ApproveForm, SendBackForm, WithdrawForm } from "./decision-forms";
import { redoPath } from "./paths";

type Props = { approval: ApprovalDetail; reader: Reader };

/** The maker may withdraw, or mend what was sent back; a second person may decide; everybody else reads. */
export async function Acts({ approval, reader }: Props) {
  const t = await getTranslations("approvals");
  const isMaker = approval.makerId === reader.staffId;
  if (isMaker && approval.state === "sent_back" && !approval.followedBy) return <Redo approval={approval} />;
  if (approval.state !== "pending") return null;
  if (isMaker) {
    return (
      <section aria-labelledby="acts" className="flex flex-col gap-4">
        <SectionHeading id="acts" text={t("next.waiting")} />
        <p>{t("next.maker")}</p>
        <ClientMessages names={["approvals"]}>
          <WithdrawForm approvalId={approval.id} />
        </ClientMessages>
      </section>
    );
  }
  if (!isToDecide(approval, reader)) return <p>{t("next.waiting")}</p>;
  return (
    <section aria-labelledby="acts" className="flex flex-col gap-6">
      <SectionHeading id="acts" text={t("act.title")} />
      <ClientMessages names={["approvals"]}>
        <ApproveForm approvalId={approval.id} />
        <SendBackForm approvalId={approval.id} />
      </ClientMessages>
    </section>
  );
}

async function Redo({ approval }: Pick<Props, "approval">) {
  const t = await getTranslations("approvals");
  const path = redoPath(approval);
  return (
    <section aria-labelledby="acts" className="flex flex-col gap-4">
      <SectionHeading id="acts" text={t("next.sent_back")} />
      {path && (
        <div>
          <LinkButton href={path} size="medium">
            {t("act.redo")}
          </LinkButton>
        </div>
      )}
    </section>
  );
}

import { useTranslations } from "next-intl";
import { Notification } from "@/components/ui/notification";
import type { ApprovalDetail } from "@/lib/approvals/queries";

const steps = ["approved", "sentBack", "withdrawn"] as const;

/** Says what was just done with the draft, and what comes next. */
export function StepNotice({ done, approval }: { done: string | undefined; approval: ApprovalDetail }) {
  const t = useTranslations("approvals");
  if (done === "drafted") {
    return (
      <Notification kind="success" title={t("drafted", { number: approval.number })}>
        <p>{t("draftedNext")}</p>
      </Notification>
    );
  }
  const step = steps.find((known) => known === done);
  return step ? <Notification kind="success" title={t(`done.${step}`)} /> : null;
}

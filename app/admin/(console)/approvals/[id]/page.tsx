import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent } from "@/components/admin/address";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { isToDecide } from "@/lib/approvals/decide-approval";
import { type ApprovalDetail, findApproval } from "@/lib/approvals/queries";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { isId } from "@/lib/shared/page";
import { Enrolment } from "../../staff/[id]/enrolment";
import { readerOf } from "../reader";
import { StateBadge } from "../state-badge";
import { Acts } from "./acts";
import { DraftTerms } from "./draft-terms";
import { EffectTable } from "./effect-table";
import { MergeSides } from "./merge-sides";
import { StepNotice } from "./step-notice";

const ofTwoMembers: readonly string[] = ["merge_members", "undo_merge"];

type Props = { params: Promise<{ id: string }>; searchParams: Sent };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("approvals");
  return { title: t("title") };
}

/** One draft: what will change, why, who asked; and the step that is this person's to take. */
export default async function ApprovalPage({ params, searchParams }: Props) {
  const person = await requirePermission("approval.read");
  const { id } = await params;
  const reader = readerOf(person);
  const approval: ApprovalDetail | undefined = isId(id) ? await findApproval(id, reader, await cityNow()) : undefined;
  if (!approval) notFound();
  const { done } = await readSent(searchParams);
  const t = await getTranslations("approvals");
  const heading = t("detail.heading", { number: approval.number });
  return (
    <>
      <Breadcrumb above={[{ label: t("title"), href: "/admin/approvals" }]} here={heading} />
      <StepNotice done={done} approval={approval} />
      <PageHeading text={heading}>
        <p>{t(`kind.${approval.kind}`)}</p>
        <div>
          <StateBadge state={approval.state} />
        </div>
      </PageHeading>
      <section aria-labelledby="effect" className="flex flex-col gap-4">
        <SectionHeading id="effect" text={t("detail.effect")} />
        <EffectTable approval={approval} />
      </section>
      <section aria-labelledby="about" className="flex flex-col gap-4">
        <SectionHeading id="about" text={t("detail.about")} />
        <DraftTerms approval={approval} reader={reader} />
      </section>
      {ofTwoMembers.includes(approval.kind) && isToDecide(approval, reader) && (
        <MergeSides payload={approval.payload} />
      )}
      {approval.targetKind === "staff" && approval.targetId && (
        <Enrolment staffId={approval.targetId} viewerId={person.staffId} />
      )}
      <Acts approval={approval} reader={reader} />
    </>
  );
}

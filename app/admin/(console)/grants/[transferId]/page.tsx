import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent } from "@/components/admin/address";
import { Breadcrumb, type Crumb } from "@/components/ui/breadcrumb";
import { Notification } from "@/components/ui/notification";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth/guards";
import { findGrant, findPayment } from "@/lib/grants/queries";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { isId } from "@/lib/shared/page";
import { Allowed } from "../../allowed";
import { findRedone } from "../../approvals/find-redone";
import { WaitingNotice } from "../../approvals/waiting-notice";
import { TrailLink } from "../../audit/trail-link";
import { CorrectionForm } from "./correction-form";
import { GrantRecord } from "./grant-record";
import { PaymentRecord } from "./payment-record";
import { ReversalRecord } from "./reversal-record";

type Props = { params: Promise<{ transferId: string }>; searchParams: Sent };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("grants");
  return { title: t("one") };
}

/** One entry of the ledger, a grant or a payment, and the one correction that it may have. */
export default async function EntryPage({ params, searchParams }: Props) {
  const { scope, staffId } = await requirePermission("grant.read");
  const { transferId } = await params;
  if (!isId(transferId)) notFound();
  const grant = await findGrant(transferId, scope);
  const payment = grant ? undefined : await findPayment(transferId, scope);
  const entry = grant ?? payment;
  if (!entry) notFound();
  const { done } = await readSent(searchParams);
  const t = await getTranslations("grants");
  return (
    <>
      <Breadcrumb above={[grant ? grants(t("title")) : payments(t("usage"))]} here={t(grant ? "grant" : "payment")} />
      {done === "corrected" && <Corrected reversed={entry.reversed} kind={grant ? "grant" : "payment"} />}
      <PageHeading text={t(grant ? "grant" : "payment")} />
      <WaitingNotice target={{ kind: "transfer", id: transferId }} />
      {grant && <GrantRecord grant={grant} />}
      {payment && <PaymentRecord payment={payment} />}
      <SectionHeading text={t("correction.title")} />
      {entry.reversed === null ? (
        <Allowed
          to="grant.correct"
          {...(grant && { within: grant.sectionId })}
          instead={<p>{t("correction.othersAct")}</p>}
        >
          <Correction
            transferId={transferId}
            kind={grant ? "grant" : "payment"}
            points={grant?.remaining ?? entry.points}
            isShared={payment?.isShared ?? false}
            {...{ searchParams, staffId }}
          />
        </Allowed>
      ) : (
        <ReversalRecord entry={entry} kind={grant ? "grant" : "payment"} />
      )}
      <TrailLink kind="transfer" target={transferId} />
    </>
  );
}

async function Corrected({ reversed, kind }: { reversed: number | null; kind: "grant" | "payment" }) {
  const t = await getTranslations("grants.correction");
  return reversed !== null && <Notification kind="success" title={t(`${kind}.done`, { points: reversed })} />;
}

const grants = (label: string): Crumb => ({ label, href: "/admin/grants" });
const payments = (label: string): Crumb => ({ label, href: "/admin/usage?view=payments" });

type CorrectionProps = { transferId: string; kind: "grant" | "payment"; points: number; isShared: boolean } & {
  /** What may name a sent-back draft of this person's, to be mended. */
  searchParams: Sent;
  staffId: string;
};

async function Correction({ isShared, searchParams, staffId, ...props }: CorrectionProps) {
  const t = await getTranslations("grants.correction");
  if (isShared) return <p>{t("shared")}</p>;
  if (props.points === 0) return <p>{t("allSpent")}</p>;
  const { follows } = await readSent(searchParams);
  const redone = await findRedone(follows, `correct_${props.kind}`, staffId);
  return (
    <ClientMessages names={["grants"]}>
      <CorrectionForm {...props} values={redone?.values ?? {}} />
    </ClientMessages>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent } from "@/components/admin/address";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Notification } from "@/components/ui/notification";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { findScope, requirePermission } from "@/lib/auth/guards";
import { formatCityDateTime } from "@/lib/shared/city-time";
import { isId } from "@/lib/shared/page";
import { findStaffRecord, listRolesOf, type RoleRow, type StaffRecord } from "@/lib/staff/queries";
import { Allowed } from "../../allowed";
import { WaitingNotice } from "../../approvals/waiting-notice";
import { TrailLink } from "../../audit/trail-link";
import { HeldRoles } from "../held-roles";
import { StaffState } from "../staff-table";
import { Acts } from "./acts";
import { Enrolment } from "./enrolment";
import { RoleHistory } from "./role-history";

type Props = { params: Promise<{ id: string }>; searchParams: Sent };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const scope = await findScope("staff.read");
  const { id } = await params;
  return { title: scope && isId(id) ? ((await findStaffRecord(id))?.name ?? "") : "" };
}

/** One person who works here: what they may do, since when and by whose act. */
export default async function StaffMemberPage({ params, searchParams }: Props) {
  const { staffId } = await requirePermission("staff.read");
  const { id } = await params;
  const record = isId(id) ? await findStaffRecord(id) : undefined;
  if (!record) notFound();
  const { done } = await readSent(searchParams);
  const t = await getTranslations("staff");
  const roles = await listRolesOf([id], { past: true });
  const said = (["drafted", "disabled"] as const).find((known) => known === done);
  return (
    <>
      <Breadcrumb above={[{ label: t("title"), href: "/admin/staff" }]} here={record.name} />
      {said && <Notification kind="success" title={t(`done.${said}`)} />}
      <PageHeading text={record.name}>
        <div>
          <StaffState {...record} />
        </div>
      </PageHeading>
      <WaitingNotice target={{ kind: "staff", id }} />
      <Enrolment staffId={id} viewerId={staffId} />
      <About record={record} roles={roles.filter(({ endedAt }) => !endedAt)} />
      <Allowed to="staff.manage">
        <Acts record={record} isSelf={id === staffId} />
      </Allowed>
      <RoleHistory rows={roles} />
      <TrailLink kind="staff" target={id} />
    </>
  );
}

async function About({ record, roles }: { record: StaffRecord; roles: readonly RoleRow[] }) {
  const t = await getTranslations("staff");
  const rows = [
    { term: t("column.section"), detail: record.section },
    { term: t("detail.now"), detail: <HeldRoles rows={roles} /> },
    {
      term: t("column.lastSignIn"),
      detail: record.lastSignIn ? formatCityDateTime(record.lastSignIn) : t("never"),
    },
    { term: t("detail.registered"), detail: formatCityDateTime(record.createdAt) },
  ];
  return (
    <section aria-labelledby="now" className="flex flex-col gap-4">
      <SectionHeading id="now" text={t("detail.now")} />
      <SummaryList rows={rows} />
    </section>
  );
}

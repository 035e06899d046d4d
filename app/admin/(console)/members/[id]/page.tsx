import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent } from "@/components/admin/address";
import { DoneNotice } from "@/components/admin/done-notice";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Notification } from "@/components/ui/notification";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { findDisclosedMember, findMaskedMember, isOwnMember } from "@/lib/members/queries";
import { cityDay, formatCityDate } from "@/lib/shared/city-time";
import { isId } from "@/lib/shared/page";
import { MembershipState } from "../../../membership-state";
import { MemberRecord } from "./member-record";
import { PurposeForm } from "./purpose-form";

type Props = { params: Promise<{ id: string }>; searchParams: Sent };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("members");
  return { title: t("one") };
}

/** Masked until this member of staff gave a purpose; then open for ten minutes. */
export default async function MemberPage({ params, searchParams }: Props) {
  const { staffId, holdings } = await requirePermission("member.read");
  const { id } = await params;
  const masked = isId(id) ? await findMaskedMember(id) : undefined;
  if (!masked) notFound();
  const at = await cityNow();
  const opened = await findDisclosedMember(id, staffId, at);
  const { done } = await readSent(searchParams);
  const t = await getTranslations("members");
  const name = opened?.familyName ? `${opened.familyName} ${opened.givenName}` : masked.maskedName;
  const isOwn = await isOwnMember(id, staffId);
  return (
    <>
      <Breadcrumb above={[{ label: t("title"), href: "/admin/members" }]} here={t("one")} />
      <DoneNotice done={done} />
      <PageHeading text={name ?? t(masked.leftAt ? "leftName" : "noName")}>
        <p>
          {t("number")} {formatMemberNumber(masked.number)}
        </p>
      </PageHeading>
      {isOwn && (
        <Notification kind="info" title={t("own.title")}>
          <p>{t("own.text")}</p>
        </Notification>
      )}
      {masked.leftAt && <Left on={masked.leftAt} />}
      {opened ? (
        <MemberRecord member={opened} isOwn={isOwn} holdings={holdings} at={at} />
      ) : (
        !masked.leftAt && (
          <ClientMessages names={["members"]}>
            <MembershipState memberId={id} />
            <PurposeForm memberId={id} />
          </ClientMessages>
        )
      )}
    </>
  );
}

/** Nothing is known of whoever has left, so nothing is asked either. */
async function Left({ on }: { on: Date }) {
  const t = await getTranslations("members.left");
  return (
    <Notification kind="info" title={t("title")}>
      <p>{t("text", { day: formatCityDate(cityDay(on)) })}</p>
    </Notification>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReasonForm } from "@/components/admin/reason-form";
import { BackLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { findScope, requirePermission } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { isId } from "@/lib/shared/page";
import { findStaffRecord } from "@/lib/staff/queries";
import { disableStaffAction, enableStaffAction, recoverStaffAction } from "../../actions";

type Props = { params: Promise<{ id: string; act: string }> };

const sends = { disable: disableStaffAction, enable: enableStaffAction, recover: recoverStaffAction };
const acts = ["disable", "enable", "recover"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const scope = await findScope("staff.manage");
  const { act: asked } = await params;
  const act = acts.find((known) => known === asked);
  const t = await getTranslations("staff");
  return { title: scope && act ? t(`act.${act}.title`) : t("title") };
}

/** Asks once more, and why. */
export default async function StaffActPage({ params }: Props) {
  await requirePermission("staff.manage");
  const { id, act: asked } = await params;
  const act = acts.find((known) => known === asked);
  const record = isId(id) ? await findStaffRecord(id) : undefined;
  if (!record || !act) notFound();
  const [t, tf] = await Promise.all([getTranslations(`staff.act.${act}`), getTranslations("staff.form")]);
  return (
    <ClientMessages>
      <div>
        <BackLink href={`/admin/staff/${id}`} />
      </div>
      <ReasonForm
        send={sends[act]}
        hidden={{ staffId: id }}
        label={tf("reason")}
        support={tf("reasonSupport")}
        submit={t("submit")}
      >
        <PageHeading text={t("title")}>
          <p className="text-std-17B-170">{record.name}</p>
          <p>{t("text")}</p>
        </PageHeading>
      </ReasonForm>
    </ClientMessages>
  );
}

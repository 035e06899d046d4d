import { getTranslations } from "next-intl/server";
import { SectionHeading } from "@/components/ui/page-heading";
import { cityNow } from "@/lib/clock/city-now";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { findOpenEnrolment } from "@/lib/staff/queries";
import { EnrolmentForm } from "./enrolment-form";

/** For the second person of an invitation or a recovery alone: the code to hand over. */
export async function Enrolment({ staffId, viewerId }: { staffId: string; viewerId: string }) {
  const open = await findOpenEnrolment(staffId, viewerId, await cityNow());
  if (!open) return null;
  const t = await getTranslations("staff.enrolment");
  return (
    <section aria-labelledby="enrolment" className="flex max-w-2xl flex-col gap-4">
      <SectionHeading id="enrolment" text={t("title")} />
      <p>{t("text")}</p>
      <ClientMessages>
        <EnrolmentForm approvalId={open.approvalId} submit={t("open")} />
      </ClientMessages>
    </section>
  );
}

import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/ui/page-heading";
import { requireVisit } from "@/lib/auth/require-visit";
import { listMemberCards } from "@/lib/members/queries";
import { ActForm } from "../act-form";
import { VisitFrame } from "../visit-frame";
import { setPinAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("counter.pin");
  return { title: t("title") };
}

/** A PIN for the card that lives: the first one, or another after it was forgotten or shut. */
export default async function CardPinPage() {
  const { visit } = await requireVisit();
  const hasCard = (await listMemberCards(visit.memberId)).some(({ revokedAt }) => revokedAt === null);
  if (!hasCard) redirect("/admin/counter/card");
  const t = await getTranslations("counter.pin");
  const pin = { label: t("label"), support: t("support"), again: t("again") };
  return (
    <VisitFrame visit={visit}>
      <ActForm send={setPinAction} hidden={{ visitId: visit.visitId }} pin={pin} submit={t("submit")}>
        <PageHeading text={t("title")}>
          <p>{t("text")}</p>
        </PageHeading>
        <label className="flex min-h-14 items-center gap-3">
          <input type="checkbox" name="isSeen" value="yes" className="size-8" />
          {t("seen")}
        </label>
      </ActForm>
    </VisitFrame>
  );
}

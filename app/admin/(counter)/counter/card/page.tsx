import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FileLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { requireVisit } from "@/lib/auth/require-visit";
import { listMemberCards } from "@/lib/members/queries";
import { cityDay, formatCityDate } from "@/lib/shared/city-time";
import { ActForm } from "../act-form";
import { VisitFrame } from "../visit-frame";
import { issueCardAction, reissueCardAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("counter.card");
  return { title: t("title") };
}

/** The card of the one who stands here: the first one, or another in its place. */
export default async function CounterCardPage() {
  const { visit } = await requireVisit();
  const live = (await listMemberCards(visit.memberId)).find(({ revokedAt }) => revokedAt === null);
  const t = await getTranslations("counter.card");
  const { visitId } = visit;
  const tp = await getTranslations("counter.pin");
  const pin = { label: tp("label"), support: tp("support"), again: tp("again") };
  const reason = { label: t("reason"), support: t("reasonSupport") };
  return (
    <VisitFrame visit={visit}>
      {live ? (
        <ActForm
          send={reissueCardAction}
          hidden={{ visitId, cardId: live.cardId }}
          reason={reason}
          pin={pin}
          submit={t("reissue")}
        >
          <PageHeading text={t("title")} />
          <p>{t("live", { serial: live.serial, day: formatCityDate(cityDay(live.issuedAt)) })}</p>
          <p>{t("reissueText")}</p>
          <FileLink href="/admin/counter/pin">{tp("title")}</FileLink>
        </ActForm>
      ) : (
        <ActForm send={issueCardAction} hidden={{ visitId }} pin={pin} submit={t("issue")}>
          <PageHeading text={t("title")} />
          <p>{t("none")}</p>
        </ActForm>
      )}
    </VisitFrame>
  );
}

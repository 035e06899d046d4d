import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReasonForm } from "@/components/admin/reason-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { Notification } from "@/components/ui/notification";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { requirePermission } from "@/lib/auth/guards";
import type { GoingLiveFacts } from "@/lib/going-live/decide-going-live";
import { findGoingLiveFacts } from "@/lib/going-live/queries";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { Allowed } from "../allowed";
import { draftGoingLiveAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("going-live");
  return { title: t("title") };
}

export default async function GoLivePage() {
  await requirePermission("settings.read");
  const [t, ts] = await Promise.all([getTranslations("going-live"), getTranslations("settings")]);
  const facts = await findGoingLiveFacts();
  return (
    <>
      <Breadcrumb above={[{ label: ts("title"), href: "/admin/settings" }]} here={t("title")} />
      {facts?.kind === "closed_test" ? <Ask facts={facts} /> : <NoTest />}
    </>
  );
}

async function NoTest() {
  const t = await getTranslations("going-live");
  return (
    <>
      <PageHeading text={t("title")} />
      <EmptyState>{t("refusal.not_a_closed_test")}</EmptyState>
    </>
  );
}

const figures = ["staying", "leaving", "points", "codes", "invitations", "programmes"] as const;

/** What the end of the test does, and the question to a second administrator. */
async function Ask({ facts }: { facts: GoingLiveFacts }) {
  const t = await getTranslations("going-live");
  const rows = figures.map((name) => ({
    term: t(`effect.${name}`),
    detail: t(`figure.${name}`, { count: facts[name] }),
  }));
  return (
    <>
      <PageHeading text={t("title")}>
        <p>{t("lead")}</p>
      </PageHeading>
      <Notification kind="warning" title={t("warning")}>
        <p>{t("warningText")}</p>
      </Notification>
      <SummaryList rows={rows} />
      <Allowed to="settings.write">
        <ClientMessages>
          <ReasonForm
            send={draftGoingLiveAction}
            hidden={{}}
            label={t("reason")}
            support={t("reasonSupport")}
            submit={t("draft")}
          >
            <p>{t("next")}</p>
          </ReasonForm>
        </ClientMessages>
      </Allowed>
    </>
  );
}

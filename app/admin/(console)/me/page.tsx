import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DoneNotice } from "@/components/admin/done-notice";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { getAccount } from "@/lib/staff/get-account";
import { listFactors } from "@/lib/staff/list-factors";
import { listSessions } from "@/lib/staff/list-sessions";
import { DeviceTable } from "./device-table";
import { FactorTable } from "./factor-table";
import { LinkForm, UnlinkForm } from "./link/link-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("title") };
}

type Query = { searchParams: Promise<{ done?: string }> };

/** One's own account: the ways to sign in, the devices that are signed in, and which member one is as a citizen. */
export default async function AccountPage({ searchParams }: Query) {
  const { staffId, sessionId } = await requirePermission("console.read");
  const [{ done }, account, factors] = await Promise.all([searchParams, getAccount(staffId), listFactors(staffId)]);
  const sessions = await listSessions(staffId, await cityNow());
  const t = await getTranslations("account");
  const rows = [
    { term: t("name"), detail: account.name },
    { term: t("section"), detail: account.section },
  ];
  return (
    <ClientMessages names={["account"]}>
      <DoneNotice done={done} />
      <PageHeading text={t("title")} />
      <SummaryList rows={rows} />
      <FactorTable {...factors} />
      <DeviceTable sessions={sessions} here={sessionId} />
      <Member number={account.memberNumber} />
    </ClientMessages>
  );
}

async function Member({ number }: { number: string | null }) {
  const t = await getTranslations("account.member");
  return (
    <section className="flex max-w-2xl flex-col gap-4">
      <SectionHeading text={t("title")} />
      <p>{t("text")}</p>
      {number ? (
        <>
          <p>{t("linked", { number: formatMemberNumber(number) })}</p>
          <UnlinkForm />
        </>
      ) : (
        <LinkForm />
      )}
    </section>
  );
}

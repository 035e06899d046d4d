import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent } from "@/components/admin/address";
import { FileLink } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth/guards";
import { findOpenVisit } from "@/lib/counter/queries";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { EndVisit } from "./end-visit";
import { FindPerson } from "./find/find-person";
import { StartAnew } from "./start-anew";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("counter");
  return { title: t("title") };
}

/** Where each visit begins; it shows nobody. */
export default async function CounterPage({ searchParams }: { searchParams: Sent }) {
  const { sessionId } = await requirePermission("counter.act");
  const [{ ended }, visitId, t] = await Promise.all([
    readSent(searchParams),
    findOpenVisit(sessionId),
    getTranslations("counter"),
  ]);
  return (
    <>
      <StartAnew />
      {ended && !visitId && <Notification kind="info" title={t("ended")} />}
      {visitId && <StillOpen visitId={visitId} />}
      <ClientMessages names={["counter", "scan", "members"]}>
        <FindPerson>
          <PageHeading text={t("find.title")} />
        </FindPerson>
      </ClientMessages>
      <FileLink href="/admin/counter/new" size="large">
        {t("find.new")}
      </FileLink>
    </>
  );
}

async function StillOpen({ visitId }: { visitId: string }) {
  const t = await getTranslations("counter");
  return (
    <Notification kind="warning" title={t("stillOpen")}>
      <div className="flex flex-wrap gap-3">
        <FileLink href="/admin/counter/menu">{t("goOn")}</FileLink>
        <EndVisit visitId={visitId} />
      </div>
    </Notification>
  );
}

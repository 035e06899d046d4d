import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TotpSetup } from "@/components/sign-in/totp-setup";
import { BackLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { requireFresh } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { listFactors } from "@/lib/staff/list-factors";
import { addTotpAction, startOwnTotpAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.totp");
  return { title: t("title") };
}

export default async function OwnTotpPage() {
  const { staffId } = await requireFresh("console.read", "/admin/me/totp");
  const { totp } = await listFactors(staffId);
  const t = await getTranslations("account.totp");
  return (
    <ClientMessages names={["factors"]}>
      <div className="flex max-w-2xl flex-col gap-6">
        <BackLink href="/admin/me" />
        <PageHeading text={t("title")}>
          <p>{t(totp ? "replaces" : "lead")}</p>
        </PageHeading>
        <TotpSetup start={startOwnTotpAction} confirm={addTotpAction}>
          {t("start")}
        </TotpSetup>
      </div>
    </ClientMessages>
  );
}

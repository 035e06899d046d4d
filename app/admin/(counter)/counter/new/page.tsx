import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FileLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { isClosedTest } from "@/lib/ledger/current-book";
import { newId } from "@/lib/shared/ids";
import { SignUpForm } from "./sign-up-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("counter.new");
  return { title: t("title") };
}

export default async function SignUpPage() {
  await requirePermission("counter.act");
  const t = await getTranslations("counter");
  return (
    <ClientMessages names={["counter"]}>
      <SignUpForm id={newId()} asksInvitation={await isClosedTest()}>
        <PageHeading text={t("new.title")} />
      </SignUpForm>
      <FileLink href="/admin/counter" size="large">
        {t("find.again")}
      </FileLink>
    </ClientMessages>
  );
}

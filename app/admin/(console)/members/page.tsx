import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { MemberSearch } from "./member-search";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("members");
  return { title: t("title") };
}

export default async function MembersPage() {
  await requirePermission("member.read");
  const t = await getTranslations("members");
  return (
    <ClientMessages names={["members", "scan"]}>
      <MemberSearch>
        <PageHeading text={t("title")}>
          <p>{t("search.lead")}</p>
        </PageHeading>
      </MemberSearch>
    </ClientMessages>
  );
}

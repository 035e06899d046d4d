import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { requireMember } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getProfile } from "@/lib/members/queries";
import { ProfileForm } from "./profile-form";
import { ResidencyStep } from "./residency-step";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("me.about");
  return { title: t("title") };
}

export default async function ProfilePage() {
  const { memberId } = await requireMember("/me/profile");
  const profile = await getProfile(memberId, await cityNow());
  const { tie, birthYear } = profile;
  const t = await getTranslations("me.about");
  return (
    <>
      <BackLink href="/me" />
      <ClientMessages names={["me", "joining"]}>
        <ProfileForm tie={tie ?? undefined} birthYear={birthYear ?? undefined}>
          <PageHeading text={t("title")}>
            <p>{t("lead")}</p>
          </PageHeading>
        </ProfileForm>
      </ClientMessages>
      <ResidencyStep profile={profile} />
    </>
  );
}

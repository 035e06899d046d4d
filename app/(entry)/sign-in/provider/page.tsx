import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { contactParts } from "@/components/ui/contact-parts";
import { LinkButton } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { findMember } from "@/lib/auth/guards";
import { ProviderAnswer } from "@/lib/auth/input";
import { openResume } from "@/lib/auth/resume";

export async function generateMetadata({ searchParams }: PageProps<"/sign-in/provider">): Promise<Metadata> {
  const t = await getTranslations("providers.stopped.title");
  return { title: t(ProviderAnswer.parse(await searchParams).mode), robots: { index: false } };
}

/** Where a sign-in at a provider ends that came to nothing: why, that nothing was lost, and the way on. */
export default async function ProviderPage({ searchParams }: PageProps<"/sign-in/provider">) {
  const { why, mode, to } = ProviderAnswer.parse(await searchParams);
  const t = await getTranslations("providers.stopped");
  const errors = await getTranslations("errors");
  const goal = openResume(to);
  const isSignedIn = (await findMember()) !== undefined;
  const onward = isSignedIn ? (goal ?? "/me") : goal && to ? `/sign-in?to=${to}` : "/sign-in";
  return (
    <>
      <PageHeading text={t(`title.${mode}`)}>
        <p>{t(`why.${why}`)}</p>
      </PageHeading>
      <p>{t("kept")}</p>
      <LinkButton href={onward as Route}>{isSignedIn ? t("back") : t("signIn")}</LinkButton>
      <p>{errors.rich("contact", contactParts)}</p>
    </>
  );
}

import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LegalReading } from "@/components/citizen/legal-links";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { requireSignedIn } from "@/lib/auth/guards";
import { owedPath } from "@/lib/auth/owed-path";
import { openResume } from "@/lib/auth/resume";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { findNewestVersions, listChangesSince } from "@/lib/legal/queries";
import { cityDay, formatCityDate } from "@/lib/shared/city-time";
import { ConsentForm } from "./consent-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("joining.consent");
  return { title: t("title") };
}

/** What changed in the city's texts, and one button; shown once a change, to whoever had agreed to what was before. */
export default async function ConsentPage({ searchParams }: PageProps<"/consent">) {
  const { memberId, owed } = await requireSignedIn();
  const { to: asked } = await searchParams;
  const sealed = typeof asked === "string" ? asked : undefined;
  const goal = openResume(sealed);
  if (owed !== "consent") redirect(owed ? owedPath(owed, goal) : ((goal ?? "/") as Route));
  const [t, seen] = await Promise.all([getTranslations("joining.consent"), findNewestVersions()]);
  return (
    <ClientMessages names={["joining"]}>
      <ConsentForm to={goal && sealed} seen={seen}>
        <PageHeading text={t("title")}>
          <p>{t("lead")}</p>
        </PageHeading>
        <Changes memberId={memberId} />
      </ConsentForm>
      <Otherwise />
    </ClientMessages>
  );
}

async function Changes({ memberId }: { memberId: string }) {
  const [t, texts] = await Promise.all([getTranslations("legal"), listChangesSince(memberId)]);
  return texts.map(({ kind, versions }) => (
    <section key={kind} className="flex flex-col gap-3">
      <SectionHeading text={t(kind)} />
      {versions.map(({ version, publishedAt, changes }) => (
        <p key={version}>
          <span className="block text-std-16N-170 text-quiet">
            {t("version", { version, day: formatCityDate(cityDay(publishedAt)) })}
          </span>
          {changes}
        </p>
      ))}
      <LegalReading kinds={[kind]} />
    </section>
  ));
}

async function Otherwise() {
  const t = await getTranslations("joining.consent");
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-6">
      <SectionHeading text={t("otherwise")} />
      <p>{t("otherwiseText")}</p>
    </section>
  );
}

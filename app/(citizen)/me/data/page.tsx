import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink, FileLink, LinkButton } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { requireOwn } from "@/lib/auth/guards";
import { isProven, provePath } from "@/lib/auth/require-proven";
import { cityNow } from "@/lib/clock/city-now";
import { ownFormats } from "@/lib/members/input";
import { getProfile } from "@/lib/members/queries";
import { cityDay } from "@/lib/shared/city-time";
import { decideStatementYears } from "@/lib/statements/decide-statement";
import { OwnLog } from "./own-log";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("own-data");
  return { title: t("title") };
}

/** What is kept of the member, to look at and to take along. Open to those, too, who do not agree to new terms. */
export default async function DataPage({ searchParams }: PageProps<"/me/data">) {
  const own = await requireOwn("/me/data");
  const { memberId } = own;
  const isOpen = await isProven(own);
  const { after, wait } = await searchParams;
  const t = await getTranslations("own-data");
  return (
    <>
      <BackLink href="/me" />
      {wait !== undefined && (
        <Notification kind="warning" title={t("wait.title")}>
          <p>{t("wait.text")}</p>
        </Notification>
      )}
      <PageHeading text={t("title")}>
        <p>{t("lead")}</p>
      </PageHeading>
      <OwnLog memberId={memberId} after={typeof after === "string" ? after : undefined} />
      <Export isOpen={isOpen} />
      <Statements memberId={memberId} isOpen={isOpen} />
    </>
  );
}

/** The files, for five minutes after a way in was shown; else the way to show one. */
async function Export({ isOpen }: { isOpen: boolean }) {
  const t = await getTranslations("own-data.export");
  return (
    <section className="flex flex-col gap-4">
      <SectionHeading text={t("title")} />
      <p>{t("text")}</p>
      {isOpen ? (
        ownFormats.map((format) => (
          <FileLink key={format} href={`/me/data/export?format=${format}`} size="large">
            {t(format)}
          </FileLink>
        ))
      ) : (
        <>
          <p>{t("proof")}</p>
          <LinkButton href={provePath("/me/data")} look="outlined" prefetch={false}>
            {t("prove")}
          </LinkButton>
        </>
      )}
    </section>
  );
}

/** The same; the one way to show a way in stands above. */
async function Statements({ memberId, isOpen }: { memberId: string; isOpen: boolean }) {
  const at = await cityNow();
  const { joinedAt } = await getProfile(memberId, at);
  const t = await getTranslations("own-data.statement");
  return (
    <section className="flex flex-col gap-4">
      <SectionHeading text={t("title")} />
      <p>{t("text")}</p>
      {isOpen ? (
        decideStatementYears(cityDay(joinedAt), cityDay(at)).map((year) => (
          <FileLink key={year} href={`/me/data/statement/${year}`} size="large">
            {t("year", { year: String(year) })}
          </FileLink>
        ))
      ) : (
        <p>{t("proof")}</p>
      )}
    </section>
  );
}

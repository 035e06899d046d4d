import type { Route } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink, TextLink } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { decideBlocks } from "@/lib/legal/decide-blocks";
import type { LegalKind } from "@/lib/legal/input";
import { findLegalText, listLegalVersions } from "@/lib/legal/queries";
import { cityDay, formatCityDate } from "@/lib/shared/city-time";

/** One of the city's texts, as it stands or as it once stood, and the way to its other versions; `version` is out of the address. */
export async function LegalText({ kind, version }: { kind: LegalKind; version: string | string[] | undefined }) {
  const wanted = typeof version === "string" && /^\d{1,6}$/.test(version) ? Number(version) : undefined;
  const [text, versions] = await Promise.all([findLegalText(kind, wanted), listLegalVersions(kind)]);
  if (!text || (version !== undefined && wanted === undefined)) notFound();
  const t = await getTranslations("legal");
  return (
    <>
      <BackLink href="/help" />
      {text.version !== versions[0]?.version && <Notification kind="info" title={t("old")} />}
      <PageHeading text={t(kind)}>
        <p>{t("version", { version: text.version, day: formatCityDate(cityDay(text.publishedAt)) })}</p>
      </PageHeading>
      <Body body={text.body} />
      <SectionHeading text={t("versions")} />
      <ul className="flex flex-col gap-3">
        {versions.map((one) => (
          <li key={one.version}>
            <Version kind={kind} {...one} isThis={one.version === text.version} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Body({ body }: { body: string }) {
  return (
    <div className="flex flex-col gap-4">
      {decideBlocks(body).map(({ kind, text }) =>
        kind === "heading" ? <SectionHeading key={text} text={text} /> : <p key={text}>{text}</p>,
      )}
    </div>
  );
}

type VersionProps = { kind: LegalKind; version: number; publishedAt: Date; changes: string; isThis: boolean };

async function Version({ kind, version, publishedAt, changes, isThis }: VersionProps) {
  const t = await getTranslations("legal");
  const name = t("version", { version, day: formatCityDate(cityDay(publishedAt)) });
  return (
    <>
      {isThis ? (
        <span>
          {name}（{t("thisVersion")}）
        </span>
      ) : (
        <TextLink href={`/${kind}?version=${version}` as Route}>{name}</TextLink>
      )}
      {changes && <p>{changes}</p>}
    </>
  );
}

import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/page-heading";
import { purposes } from "@/lib/members/input";
import { listOwnLog, lookingActs, type OwnLogLine } from "@/lib/members/list-own-log";
import { memberEventKinds } from "@/lib/members/record-event";
import { formatCityDateTime } from "@/lib/shared/city-time";

/** だれが私の情報を見たか: staff by their section, with the purpose they gave, and the member's own doings between them. */
export async function OwnLog({ memberId, after }: { memberId: string; after: string | undefined }) {
  const t = await getTranslations("own-data.log");
  const { rows, next } = await listOwnLog(memberId, after);
  return (
    <section className="flex flex-col gap-4">
      <SectionHeading text={t("title")} />
      <p>{t("text")}</p>
      {rows.length === 0 ? (
        <EmptyState>{t("empty")}</EmptyState>
      ) : (
        <ol className="border-t border-line">
          {rows.map((line) => (
            <li key={`${line.source}-${line.id}`} className="flex flex-col border-b border-line py-3">
              <Line line={line} />
            </li>
          ))}
        </ol>
      )}
      {next && (
        <LinkButton href={`/me/data?after=${encodeURIComponent(next)}` as Route} look="outlined" prefetch={false}>
          {t("older")}
        </LinkButton>
      )}
      {after && (
        <LinkButton href="/me/data" look="text" prefetch={false}>
          {t("newest")}
        </LinkButton>
      )}
    </section>
  );
}

async function Line({ line }: { line: OwnLogLine }) {
  const [t, looked, events, why] = await Promise.all([
    getTranslations("own-data.log"),
    getTranslations("own-data.looked"),
    getTranslations("me.events"),
    getTranslations("members.purpose"),
  ]);
  const act = lookingActs.find((known) => line.source === "looked" && known === line.kind);
  const event = memberEventKinds.find((known) => line.source === "own" && known === line.kind);
  const purpose = purposes.find((known) => known === line.purpose);
  return (
    <>
      <span className="text-std-16N-170 text-quiet">{formatCityDateTime(line.recordedAt)}</span>
      <span className="text-std-17B-170">{act ? looked(act) : event && events(event)}</span>
      {line.section && <span>{t("who", { section: line.section })}</span>}
      {purpose && <span>{t("purpose", { purpose: why(purpose) })}</span>}
    </>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent } from "@/components/admin/address";
import { DoneNotice } from "@/components/admin/done-notice";
import { LinkButton } from "@/components/ui/link";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { requirePermission } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { isClosedTest } from "@/lib/ledger/current-book";
import { canUndoSettings } from "@/lib/settings/can-undo";
import { CityTerms } from "@/lib/settings/input";
import { getSettingsNow } from "@/lib/settings/queries";
import { Allowed } from "../allowed";
import { TrailLink } from "../audit/trail-link";
import { LogoPicture } from "./logo-picture";
import { SettingValue } from "./setting-value";
import { UndoForm } from "./undo-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

export default async function SettingsPage({ searchParams }: { searchParams: Sent }) {
  await requirePermission("settings.read");
  const { done } = await readSent(searchParams);
  const t = await getTranslations("settings");
  const now = await getSettingsNow();
  const rows = CityTerms.keyof().options.map((name) => ({
    term: t(`field.${name}`),
    detail: <SettingValue name={name} value={now[name]} />,
  }));
  const logo = now.logo_id ? <LogoPicture id={now.logo_id} /> : t("logo.none");
  return (
    <>
      <DoneNotice done={done} />
      <PageHeading text={t("title")}>
        <p>{t("lead")}</p>
      </PageHeading>
      <Allowed to="settings.write">
        <div>
          <LinkButton href="/admin/settings/edit" size="medium">
            {t("edit")}
          </LinkButton>
        </div>
      </Allowed>
      <Links />
      <SummaryList rows={[...rows, { term: t("logo.label"), detail: logo }]} />
      <Allowed to="settings.write">{(await canUndoSettings()) && <Undo />}</Allowed>
      <TrailLink kind="settings" target="city" />
    </>
  );
}

/** The closed test and its end, while there is one. */
async function Links() {
  if (!(await isClosedTest())) return null;
  const t = await getTranslations("settings.links");
  return (
    <div className="flex flex-wrap gap-3">
      <Allowed to="invitation.write">
        <LinkButton href="/admin/invitations" look="outlined" size="medium">
          {t("invitations")}
        </LinkButton>
      </Allowed>
      <LinkButton href="/admin/go-live" look="outlined" size="medium">
        {t("goLive")}
      </LinkButton>
    </div>
  );
}

async function Undo() {
  const t = await getTranslations("settings.undo");
  return (
    <section className="flex flex-col gap-3">
      <SectionHeading text={t("title")} />
      <ClientMessages names={["settings"]}>
        <UndoForm />
      </ClientMessages>
    </section>
  );
}

import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button-style";
import { SubmitButton } from "@/components/ui/submit-button";
import { SummaryList } from "@/components/ui/summary-list";
import { type CitySettings, CityTerms } from "@/lib/settings/input";
import { LogoPicture } from "./logo-picture";
import { SettingValue } from "./setting-value";

type Props = { action: (form: FormData) => void; values: Record<string, string>; preview: CitySettings };

/** What citizens will see, before it is saved. */
export function SettingsPreview({ action, values, preview }: Props) {
  const t = useTranslations("settings");
  const rows = CityTerms.keyof().options.map((name) => ({
    term: t(`field.${name}`),
    detail: <SettingValue name={name} value={preview[name]} />,
  }));
  return (
    <form action={action} className="flex max-w-3xl flex-col gap-6">
      <h1 className="text-std-28B-150">{t("checkTitle")}</h1>
      <p>{t("checkText")}</p>
      <Sample preview={preview} />
      <SummaryList rows={rows} />
      {CityTerms.keyof().options.map((name) => (
        <input key={name} type="hidden" name={name} value={values[name] ?? ""} />
      ))}
      <input type="hidden" name="logo_id" value={preview.logo_id ?? ""} />
      <input type="hidden" name="step" value="save" />
      <div className="flex flex-wrap gap-3">
        <SubmitButton size="medium">{t("save")}</SubmitButton>
        <a href="/admin/settings/edit" className={buttonClass("outlined", "medium", "primary")}>
          {t("again")}
        </a>
      </div>
    </form>
  );
}

/** The head of a page, a button and a sentence in the wanted names and colours. */
function Sample({ preview }: { preview: CitySettings }) {
  const t = useTranslations("settings.sample");
  const { service_name: service, unit_name: unit, city_name: city, contact_phone: phone } = preview;
  const filled = { backgroundColor: preview.colour_primary, color: preview.colour_on_primary };
  return (
    <section aria-label={t("label")} className="flex flex-col gap-4 rounded-8 border border-line bg-white p-4">
      <p className="flex items-center gap-3 text-std-20B-150" style={{ color: preview.colour_primary }}>
        {preview.logo_id && <LogoPicture id={preview.logo_id} />}
        {service}
      </p>
      <p>{t("sentence", { service, unit, city })}</p>
      <p>
        <span className="inline-flex min-h-11 items-center rounded-8 px-4" style={filled}>
          {t("button", { unit })}
        </span>
      </p>
      <p>{t("contact", { phone, hours: preview.contact_hours })}</p>
    </section>
  );
}

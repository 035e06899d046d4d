import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button-style";
import { Notification } from "@/components/ui/notification";
import { TextArea } from "@/components/ui/text-field";

/** The codes of a new list: here and now, or never. The file is in the page itself, so that no address holds it. */
export function MadeInvitations({ label, codes, csv }: { label: string; codes: string[]; csv: string }) {
  const t = useTranslations("invitations");
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <Notification kind="warning" title={t("made.title", { count: codes.length })}>
        <p>{t("made.text")}</p>
      </Notification>
      <h1 className="text-std-28B-150">{label}</h1>
      <p>
        <a
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(csv)}`}
          download="invitations.csv"
          className={buttonClass("filled", "medium", "primary")}
        >
          {t("made.download")}
        </a>
      </p>
      <TextArea name="codes" label={t("made.codes")} readOnly rows={10} value={codes.join("\n")} />
      <p>
        <a href="/admin/invitations" className={buttonClass("outlined", "medium", "primary")}>
          {t("made.back")}
        </a>
      </p>
    </div>
  );
}

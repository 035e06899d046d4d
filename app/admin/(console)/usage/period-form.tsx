import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { UsageQuery } from "@/lib/usage/input";

/** A plain GET form: the period stays in the address, so that a report can be kept or sent. */
export function PeriodForm({ asked }: { asked: UsageQuery }) {
  const t = useTranslations("usage.period");
  return (
    <form method="get" action="/admin/usage" className="flex flex-wrap items-end gap-4">
      <TextField
        key={`from${asked.from}`}
        type="date"
        name="from"
        label={t("from")}
        defaultValue={asked.from}
        width="medium"
      />
      <TextField key={`to${asked.to}`} type="date" name="to" label={t("to")} defaultValue={asked.to} width="medium" />
      <input type="hidden" name="view" value={asked.view} />
      {asked.shop && <input type="hidden" name="shop" value={asked.shop} />}
      {asked.programme && <input type="hidden" name="programme" value={asked.programme} />}
      <SubmitButton look="outlined" size="medium">
        {t("show")}
      </SubmitButton>
    </form>
  );
}

import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { type ShopState, shopStates } from "@/lib/shops/queries";

export function ShopFilter({ words, state }: { words: string | undefined; state: ShopState | undefined }) {
  const t = useTranslations("shops-admin");
  const choices = shopStates.map((value) => ({ value, label: t(value) }));
  return (
    <form method="get" action="/admin/shops" className="flex flex-wrap items-end gap-4">
      <TextField name="words" label={t("search")} defaultValue={words} width="medium" maxLength={60} />
      <Select
        name="state"
        label={t("state")}
        choices={choices}
        placeholder={t("all")}
        defaultValue={state}
        width="medium"
      />
      <SubmitButton look="outlined" size="medium">
        {t("show")}
      </SubmitButton>
    </form>
  );
}

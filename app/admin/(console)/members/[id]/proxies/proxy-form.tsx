"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { DateField } from "@/components/ui/date-field";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormNotice } from "@/components/ui/form-notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { consents, relations } from "@/lib/members/decide-proxy";
import { errorFor } from "@/lib/shared/form";
import { openProxyAction } from "./actions";

/** Who will act for this member, as what, in what, by whose consent, and until when. */
export function ProxyForm({ memberId }: { memberId: string }) {
  const t = useTranslations("memberships.proxies");
  const [state, send] = useActionState(openProxyAction, null);
  const text = (name: "number" | "relation" | "consent" | "endsOn") =>
    ({ name, label: t(name), requirement: "required", error: errorFor(state, name) }) as const;
  return (
    <form action={send} noValidate className="flex max-w-2xl flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      <FormNotice state={state} />
      <input type="hidden" name="memberId" value={memberId} />
      <TextField
        {...text("number")}
        support={t("numberSupport")}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={state?.values.number}
      />
      <RadioGroup
        {...text("relation")}
        choices={relations.map((value) => ({ value, label: t(`relations.${value}`) }))}
        defaultValue={state?.values.relation}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="text-std-16B-170">{t("allow")}</legend>
        <Checkbox name="mayEarn" label={t("mayEarn")} defaultChecked={state ? "mayEarn" in state.values : true} />
        <Checkbox name="maySpend" label={t("maySpend")} defaultChecked={state ? "maySpend" in state.values : false} />
      </fieldset>
      <RadioGroup
        {...text("consent")}
        choices={consents.map((value) => ({ value, label: t(`consents.${value}`) }))}
        defaultValue={state?.values.consent}
      />
      <DateField {...text("endsOn")} support={t("endsSupport")} values={state?.values} />
      <SubmitButton size="medium">{t("submit")}</SubmitButton>
    </form>
  );
}

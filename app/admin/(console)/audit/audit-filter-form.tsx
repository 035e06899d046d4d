import { getMessages, getTranslations } from "next-intl/server";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { approvalSteps } from "@/lib/audit/decide-act-name";
import { outcomes } from "@/lib/audit/input";
import type { AuditFilter, listActors } from "@/lib/audit/queries";
import { entryWords } from "./entry-words";

type Props = { filter: AuditFilter; actors: Awaited<ReturnType<typeof listActors>> };

const choicesOf = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** A plain GET form: what the trail is narrowed to stays in the address, so that it can be kept or sent. */
export async function AuditFilterForm({ filter, actors }: Props) {
  const t = await getTranslations("audit");
  const { audit } = await getMessages();
  const people = actors.map(({ staffId, ...person }) => ({ value: staffId, label: t("filter.person", person) }));
  const words = await entryWords();
  const steps = approvalSteps.map(({ act }) => ({ value: act, label: words.act(act) }));
  const results = outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }));
  const select = { placeholder: t("filter.all"), width: "medium" } as const;
  return (
    <form method="get" action="/admin/audit" className="flex flex-wrap items-end gap-4">
      <TextField type="date" name="from" label={t("filter.from")} defaultValue={filter.from} width="medium" />
      <TextField type="date" name="to" label={t("filter.to")} defaultValue={filter.to} width="medium" />
      <Select name="staff" label={t("filter.staff")} choices={people} defaultValue={filter.staff} {...select} />
      <Select
        name="act"
        label={t("filter.act")}
        choices={[...choicesOf(audit.act), ...steps]}
        defaultValue={filter.act}
        {...select}
      />
      <Select
        name="kind"
        label={t("filter.kind")}
        choices={choicesOf(audit.kind)}
        defaultValue={filter.kind}
        {...select}
      />
      <TextField name="target" label={t("filter.target")} defaultValue={filter.target} width="medium" maxLength={80} />
      <Select name="outcome" label={t("filter.outcome")} choices={results} defaultValue={filter.outcome} {...select} />
      <SubmitButton look="outlined" size="medium">
        {t("filter.show")}
      </SubmitButton>
    </form>
  );
}

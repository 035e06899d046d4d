"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, startTransition, useActionState, useState } from "react";
import { CardCamera } from "@/components/admin/card-camera";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { errorFor } from "@/lib/shared/form";
import { findPersonAction } from "./actions";
import { ConfirmPerson } from "./confirm-person";
import type { FindState, FoundPerson } from "./find-state";

function formOf(words: string): FormData {
  const form = new FormData();
  form.set("words", words);
  return form;
}

/** `children`: the heading, below what is wrong. Find, choose, confirm: one thing after the other on one page, so that nothing of it stands in an address. */
export function FindPerson({ children }: { children: ReactNode }) {
  const [state, action] = useActionState(findPersonAction, null);
  const [chosen, setChosen] = useState<FoundPerson>();
  const found = state?.found;
  const isOne = found?.people.length === 1 ? found.people[0] : undefined;
  const person = chosen && found?.people.includes(chosen) ? chosen : isOne;
  const show = (address: string) => startTransition(() => action(formOf(address)));
  if (found && person) {
    return (
      <ConfirmPerson person={person} foundBy={found.by}>
        {children}
      </ConfirmPerson>
    );
  }
  return (
    <>
      <SearchForm state={state} action={action}>
        {children}
      </SearchForm>
      {found ? <Found found={found} onChoose={setChosen} /> : <CardCamera onText={show} />}
    </>
  );
}

type SearchProps = { state: FindState; action: (form: FormData) => void; children: ReactNode };

function SearchForm({ state, action, children }: SearchProps) {
  const t = useTranslations("counter.find");
  return (
    <form action={action} noValidate autoComplete="off" className="flex flex-col gap-4">
      <ErrorSummary errors={state?.errors} />
      {children}
      {/* A card reader is a keyboard: it types the address into what has the focus and ends with Enter. */}
      <TextField
        name="words"
        label={t("label")}
        support={t("support")}
        error={errorFor(state, "words")}
        autoFocus
        maxLength={200}
        spellCheck={false}
      />
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}

type FoundProps = { found: NonNullable<NonNullable<FindState>["found"]>; onChoose: (person: FoundPerson) => void };

function Found({ found, onChoose }: FoundProps) {
  const t = useTranslations("counter");
  return (
    <section aria-label={t("find.found")} className="flex flex-col gap-4">
      <h2 className="text-std-24B-150">{t("find.found")}</h2>
      {found.hasMore && <p>{t("find.more")}</p>}
      <ul className="flex flex-col gap-3">
        {found.people.map((person) => (
          <li
            key={person.memberId}
            className="flex flex-wrap items-center justify-between gap-4 rounded-8 border border-line p-4"
          >
            <span>
              {person.name ?? t("nameless")} {person.number && t("number", { number: person.number })}{" "}
              {t("find.joined", { day: person.joined })}
            </span>
            <Button onPress={() => onChoose(person)}>{t("find.choose")}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

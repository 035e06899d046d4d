"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, startTransition, useActionState } from "react";
import { CardCamera } from "@/components/admin/card-camera";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { errorFor } from "@/lib/shared/form";
import { searchMembersAction } from "./actions";
import { FoundMembers } from "./found-members";

function formOf(typed: string): FormData {
  const form = new FormData();
  form.set("typed", typed);
  return form;
}

/** One line for all that a member may say or show; a card's reader types into it, the camera goes past it. */
export function MemberSearch({ children }: { children: ReactNode }) {
  const t = useTranslations("members");
  const [state, search] = useActionState(searchMembersAction, null);
  const show = (address: string) => startTransition(() => search(formOf(address)));
  return (
    <>
      <ErrorSummary errors={state?.errors} />
      {children}
      <form action={search} noValidate className="flex max-w-3xl flex-col gap-4">
        <TextField
          name="typed"
          label={t("search.label")}
          support={t("search.support")}
          requirement="required"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          defaultValue={state?.values.typed}
          error={errorFor(state, "typed")}
        />
        <div>
          <SubmitButton size="medium">{t("search.submit")}</SubmitButton>
        </div>
      </form>
      <CardCamera onText={show} />
      {state?.found && <FoundMembers {...state.found} typed={state.values.typed ?? ""} search={search} />}
    </>
  );
}

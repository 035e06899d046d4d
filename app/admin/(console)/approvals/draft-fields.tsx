"use client";

import { useTranslations } from "next-intl";
import { TextArea } from "@/components/ui/text-field";
import { errorFor, type FormState } from "@/lib/shared/form";

type Props = { values: Record<string, string>; state?: FormState | undefined };

/** Why a second person is asked, and which sent-back draft is mended. */
export function DraftFields({ values, state = null }: Props) {
  const t = useTranslations("approvals.reason");
  return (
    <>
      {values.followsId && <input type="hidden" name="followsId" value={values.followsId} />}
      <TextArea
        name="draftReason"
        label={t("label")}
        support={t("support")}
        requirement="required"
        rows={2}
        defaultValue={values.draftReason}
        error={errorFor(state, "draftReason")}
      />
    </>
  );
}

/** The same, already typed, under the page that asks once more. */
export function DraftFieldsAgain({ values }: Pick<Props, "values">) {
  return (
    <>
      <input type="hidden" name="draftReason" value={values.draftReason} />
      {values.followsId && <input type="hidden" name="followsId" value={values.followsId} />}
    </>
  );
}

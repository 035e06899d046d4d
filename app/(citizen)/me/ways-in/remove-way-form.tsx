"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { WayIn } from "@/lib/members/decide-way-in";
import { removeWayAction } from "./actions";

/** Asks once more, since what is taken away signs in no more. Works without scripts. */
export function RemoveWayForm({ way, name }: { way: WayIn; name: string }) {
  const t = useTranslations("ways.in");
  const [state, send] = useActionState(removeWayAction, null);
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-link underline underline-offset-4">
        {t("remove")}
        <span className="sr-only">{t("of", { name })}</span>
      </summary>
      <form action={send} className="flex flex-col gap-4 pt-2 pb-4">
        <FormNotice state={state} />
        <p>{t("removeText", { name })}</p>
        <input type="hidden" name="kind" value={way.kind} />
        <input type="hidden" name="id" value={way.id} />
        <SubmitButton look="outlined" size="medium" tone="danger">
          {t("removeDo", { name })}
        </SubmitButton>
      </form>
    </details>
  );
}

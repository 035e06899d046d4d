"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { FieldError } from "@/lib/shared/form";
import { holdTitle } from "./hold-title";

/** Takes the focus to itself when an answer brings errors, and marks the page's title until they are gone. */
function useErrorFocus(errors: readonly FieldError[] | undefined, mark: string) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!errors?.length) return;
    summary.current?.focus();
    return holdTitle((title) => `${mark}${title}`);
  }, [errors, mark]);
  return summary;
}

/** Stands first in `main`, above the h1. `errors` is the form state's own array; nothing is shown while it is empty. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] | undefined }) {
  const t = useTranslations("ui");
  const summary = useErrorFocus(errors, t("errorTitleMark"));
  if (!errors?.length) return null;
  return (
    <div
      ref={summary}
      role="alert"
      aria-labelledby="error-summary-title"
      tabIndex={-1}
      className="flex flex-col gap-2 rounded-8 border-3 border-error-2 p-4"
    >
      <h2 id="error-summary-title" className="text-std-20B-150">
        {t("errorSummary")}
      </h2>
      <ul className="flex flex-col gap-1">
        {errors.map(({ field, message }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              className="inline-flex min-h-11 items-center text-error-2 underline underline-offset-4"
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

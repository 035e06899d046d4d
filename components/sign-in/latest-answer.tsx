"use client";

import { createContext, type ReactNode, use, useEffect, useState } from "react";
import type { FormState } from "@/lib/shared/form";

const Latest = createContext<{ latest: FormState; tell: (state: FormState) => void } | null>(null);

/** Around the forms of one page, of which only the one answered last says its answer: "sent again" is no word beside "this code is wrong". */
export function LatestAnswer({ children }: { children: ReactNode }) {
  const [latest, tell] = useState<FormState>(null);
  return <Latest value={{ latest, tell }}>{children}</Latest>;
}

/** The form's answer while it is the page's latest; without scripts there is one at most. */
export function useLatestAnswer(state: FormState): FormState {
  const page = use(Latest);
  const tell = page?.tell;
  useEffect(() => {
    if (state) tell?.(state);
  }, [state, tell]);
  return page?.latest && page.latest !== state ? null : state;
}

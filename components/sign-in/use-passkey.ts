"use client";

import { startTransition, useActionState, useState } from "react";
import type { FormState } from "@/lib/shared/form";

/** What an action asks an authenticator, or why it does not ask now. */
export type PasskeyQuestion<Options> = { ok: true; options: Options } | { ok: false; answer: FormState };

export interface PasskeyActs<Options> {
  ask: () => Promise<PasskeyQuestion<Options>>;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}

/** What is said where the browser, the device or the person says no. */
export interface PasskeyWords {
  stopped: { title: string; text: string };
  known: { title: string; text: string };
}

const isKnownHere = (thrown: unknown) => thrown instanceof Error && thrown.name === "InvalidStateError";

/** Asks, lets the authenticator answer by `run`, and sends the answer as the field `response`, with `fields` beside it. */
export function usePasskey<Options>(
  { ask, action }: PasskeyActs<Options>,
  run: (options: Options) => Promise<unknown>,
  words: PasskeyWords,
  fields: Record<string, string> = {},
) {
  const [answer, send, isSending] = useActionState(action, null);
  const [trouble, setTrouble] = useState<FormState>(null);
  const [isAsking, setAsking] = useState(false);
  async function start() {
    if (isAsking || isSending) return;
    setTrouble(null);
    setAsking(true);
    try {
      const question = await ask();
      if (!question.ok) return setTrouble(question.answer);
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      form.set("response", JSON.stringify(await run(question.options)));
      startTransition(() => send(form));
    } catch (thrown) {
      const said = isKnownHere(thrown) ? words.known : words.stopped;
      setTrouble({ values: {}, errors: [], notice: { kind: "warning", ...said } });
    } finally {
      setAsking(false);
    }
  }
  return { start, state: trouble ?? answer, isBusy: isAsking || isSending };
}

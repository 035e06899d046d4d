"use client";

import { useActionState } from "react";
import { Notification } from "@/components/ui/notification";
import { SubmitButton } from "@/components/ui/submit-button";
import { payAction } from "./actions";

/** The one button that pays. Its quote is the event: pressed twice, it pays once. */
export function PayForm({ token, quote, act, note }: { token: string; quote: string; act: string; note: string }) {
  const [tooMany, action] = useActionState(payAction, null);
  return (
    <form action={action} className="flex flex-col gap-3">
      {tooMany && <Notification kind="error" title={tooMany} />}
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="quote" value={quote} />
      <SubmitButton>{act}</SubmitButton>
      <p className="text-std-16N-170 text-quiet">{note}</p>
    </form>
  );
}

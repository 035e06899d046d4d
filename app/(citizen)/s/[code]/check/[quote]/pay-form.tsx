"use client";

import { useActionState } from "react";
import { Notification } from "@/components/ui/notification";
import { SubmitButton } from "@/components/ui/submit-button";
import { payAction } from "./actions";

/** The one button that pays. Its quote is the event: pressed twice, it pays once. What a press means stands above it, where it is read first. */
export function PayForm({ token, quote, act, note }: { token: string; quote: string; act: string; note: string }) {
  const [tooMany, action] = useActionState(payAction, null);
  return (
    <form action={action} className="flex flex-col gap-3">
      {tooMany && (
        <Notification kind="error" title={tooMany.title}>
          <p>{tooMany.text}</p>
        </Notification>
      )}
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="quote" value={quote} />
      <p>{note}</p>
      <SubmitButton>{act}</SubmitButton>
    </form>
  );
}

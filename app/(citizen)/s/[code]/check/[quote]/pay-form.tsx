"use client";

import { useActionState } from "react";
import { Notification } from "@/components/ui/notification";
import { SubmitButton } from "@/components/ui/submit-button";
import { payAction } from "./actions";

interface PayFormProps {
  token: string;
  quote: string;
  /** Whose points they are, sealed by the server. */
  drawnFor: string;
  act: string;
  note: string;
}

/** The one button that pays. Its quote is the event: pressed twice, it pays once. What a press means stands above it, where it is read first. */
export function PayForm({ token, quote, drawnFor, act, note }: PayFormProps) {
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
      <input type="hidden" name="drawnFor" value={drawnFor} />
      <p>{note}</p>
      <SubmitButton>{act}</SubmitButton>
    </form>
  );
}

"use client";

import { type ReactNode, useActionState } from "react";
import { Notification } from "@/components/ui/notification";
import { SubmitButton } from "@/components/ui/submit-button";
import { claimAction } from "./actions";

/** One press, one claim. Its answer, when it is a refusal, stands above the offer. */
export function ClaimForm({
  token,
  drawnFor,
  act,
  note,
  children,
}: {
  token: string;
  /** Whose points they become, sealed by the server. */
  drawnFor: string;
  act: string;
  note?: string | undefined;
  children: ReactNode;
}) {
  const [refused, action] = useActionState(claimAction, null);
  return (
    <>
      {refused && (
        <Notification kind="warning" title={refused.title}>
          <p role="alert">{refused.text}</p>
        </Notification>
      )}
      {children}
      <form action={action} className="flex flex-col gap-3">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="drawnFor" value={drawnFor} />
        <SubmitButton>{act}</SubmitButton>
        {note && <p className="text-std-16N-170 text-quiet">{note}</p>}
      </form>
    </>
  );
}

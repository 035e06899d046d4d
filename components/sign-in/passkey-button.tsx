"use client";

import { type PublicKeyCredentialRequestOptionsJSON, startAuthentication } from "@simplewebauthn/browser";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonLook, ButtonSize } from "@/components/ui/button-style";
import { FormNotice } from "@/components/ui/form-notice";
import { type PasskeyActs, type PasskeyWords, usePasskey } from "./use-passkey";

interface PasskeyButtonProps extends PasskeyActs<PublicKeyCredentialRequestOptionsJSON> {
  words: PasskeyWords;
  look?: ButtonLook;
  size?: ButtonSize;
  /** Sent beside the answer. */
  fields?: Record<string, string>;
  children: ReactNode;
}

/** Shows a passkey that is there already. Needs scripts, as passkeys do. */
export function PasskeyButton({
  words,
  look = "filled",
  size = "large",
  fields,
  children,
  ...acts
}: PasskeyButtonProps) {
  const run = (optionsJSON: PublicKeyCredentialRequestOptionsJSON) => startAuthentication({ optionsJSON });
  const { start, state, isBusy } = usePasskey(acts, run, words, fields);
  return (
    <div className="flex flex-col gap-4">
      <FormNotice state={state} />
      <Button look={look} size={size} onPress={start} aria-busy={isBusy}>
        {children}
      </Button>
    </div>
  );
}

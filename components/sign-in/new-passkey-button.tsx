"use client";

import { type PublicKeyCredentialCreationOptionsJSON, startRegistration } from "@simplewebauthn/browser";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonLook, ButtonSize } from "@/components/ui/button-style";
import { FormNotice } from "@/components/ui/form-notice";
import { type PasskeyActs, type PasskeyWords, usePasskey } from "./use-passkey";

interface NewPasskeyButtonProps extends PasskeyActs<PublicKeyCredentialCreationOptionsJSON> {
  words: PasskeyWords;
  look?: ButtonLook;
  size?: ButtonSize;
  children: ReactNode;
}

/** Makes a new passkey on this device or a key that is plugged in. Needs scripts, as passkeys do. */
export function NewPasskeyButton({ words, look = "filled", size = "large", children, ...acts }: NewPasskeyButtonProps) {
  const run = (optionsJSON: PublicKeyCredentialCreationOptionsJSON) => startRegistration({ optionsJSON });
  const { start, state, isBusy } = usePasskey(acts, run, words);
  return (
    <div className="flex flex-col gap-4">
      <FormNotice state={state} />
      <Button look={look} size={size} onPress={start} aria-busy={isBusy}>
        {children}
      </Button>
    </div>
  );
}

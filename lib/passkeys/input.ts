import { z } from "zod";

const bytes = z.base64url().max(20_000);
/** What browsers add to an answer and nothing here reads. */
const extras = {
  type: z.literal("public-key"),
  clientExtensionResults: z.looseObject({}),
  authenticatorAttachment: z.string().max(40).optional(),
};
const transports = z.array(z.string().max(40)).max(10).optional();

/** The text of a form's field that should be JSON; anything else is undefined. */
const json = z
  .string()
  .max(60_000)
  .transform((text) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return undefined;
    }
  });

/** An authenticator's answer to a question, as @simplewebauthn/browser sends it. */
export const AssertionInput = z.strictObject({
  response: json.pipe(
    z.strictObject({
      id: bytes,
      rawId: bytes,
      response: z.strictObject({
        clientDataJSON: bytes,
        authenticatorData: bytes,
        signature: bytes,
        userHandle: bytes.optional(),
      }),
      ...extras,
    }),
  ),
});
export type Assertion = z.output<typeof AssertionInput>["response"];

/** A new passkey, as @simplewebauthn/browser sends it. */
export const RegistrationInput = z.strictObject({
  response: json.pipe(
    z.strictObject({
      id: bytes,
      rawId: bytes,
      response: z.strictObject({
        clientDataJSON: bytes,
        attestationObject: bytes,
        authenticatorData: bytes.optional(),
        transports,
        publicKeyAlgorithm: z.number().optional(),
        publicKey: bytes.optional(),
      }),
      ...extras,
    }),
  ),
});
export type Registration = z.output<typeof RegistrationInput>["response"];

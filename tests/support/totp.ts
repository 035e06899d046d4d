import { generateSync } from "otplib";
import people from "../../db/seed/people.json" with { type: "json" };

const STEP_SECONDS = 30;

/** The secret of a seeded person's authenticator app. */
export function totpSecret(email: string): string {
  const secret = people.find((person) => person.email === email)?.totp;
  if (!secret) throw new Error(`The seed's ${email} has no authenticator app.`);
  return secret;
}

/** What an authenticator app with this secret shows now, or so many 30-second steps from now. */
export function totpCode(secret: string, steps = 0): string {
  const epoch = Math.floor(Date.now() / 1000) + steps * STEP_SECONDS;
  return generateSync({ secret, epoch });
}

/** Milliseconds until every app shows its next code. */
export const msToNextCode = (): number => STEP_SECONDS * 1000 - (Date.now() % (STEP_SECONDS * 1000)) + 500;

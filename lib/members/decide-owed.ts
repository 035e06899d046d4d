/** What a person who has proven a way in still has to answer: the sign-up, or their consent to texts that changed. */
export type Owed = "sign_up" | "consent";

export type OwedFacts = { registeredAt: Date | null; lacksConsent: boolean };

/** The sign-up first: it asks for the consent too. */
export function decideOwed({ registeredAt, lacksConsent }: OwedFacts): Owed | undefined {
  if (!registeredAt) return "sign_up";
  return lacksConsent ? "consent" : undefined;
}

import { env } from "./env";
import { seal, unseal } from "./shared/seal";

/** Opens a sealed column of personal data; null where nothing is known. What it gives is shown or compared, never written down. */
export const openField = (sealed: Uint8Array | null): string | null => sealed && unseal(env.FIELD_KEYS, sealed);

/** Seals what a person typed, for a sealed column; null where they left it empty. */
export const sealField = (text: string | null | undefined): Buffer | null => (text ? seal(env.FIELD_KEYS, text) : null);

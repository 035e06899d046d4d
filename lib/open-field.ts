import { env } from "./env";
import { unseal } from "./shared/seal";

/** Opens a sealed column of personal data; null where nothing is known. What it gives is shown or compared, never written down. */
export const openField = (sealed: Uint8Array | null): string | null => sealed && unseal(env.FIELD_KEYS, sealed);

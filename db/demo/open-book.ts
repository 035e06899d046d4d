import type { Sql } from "postgres";
import { fieldKeys } from "../../lib/env";
import { indexEmail } from "../../lib/shared/index-email";
import { unseal } from "../../lib/shared/seal";

type Secrets = Record<string, string>;
type Address = { sealed: Uint8Array; index: Uint8Array };

/**
 * Told by unsealing, not by the id of a key: two checkouts give their different keys the same id. Whatever it throws is the answer: keys that are
 * not even keys open nothing either.
 */
function opens({ FIELD_KEYS, INDEX_KEY = "" }: Secrets, { sealed, index }: Address): boolean {
  try {
    return indexEmail(Buffer.from(INDEX_KEY, "base64"), unseal(fieldKeys(FIELD_KEYS), sealed)).equals(index);
  } catch {
    return false;
  }
}

/** Can these secrets read this book, and find people in it? Every seeded book has staff, and each address shows both keys at once. */
export async function secretsOpenBook(sql: Sql, secrets: Secrets): Promise<boolean> {
  const addresses = await sql<Address[]>`
    select email_encrypted as sealed, email_index as index from staff where email_encrypted <> ''`;
  return addresses.every((address) => opens(secrets, address));
}

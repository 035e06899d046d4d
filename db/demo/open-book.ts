import type { Sql } from "postgres";
import { fieldKeys } from "../../lib/env";
import { indexEmail } from "../../lib/shared/index-email";
import { type SealKeys, unseal } from "../../lib/shared/seal";

type Address = { sealed: Uint8Array; index: Uint8Array };

/** Told by unsealing, not by the id of a key: two checkouts give their different keys the same id. */
function opens(keys: SealKeys, indexKey: Buffer, { sealed, index }: Address): boolean {
  try {
    return indexEmail(indexKey, unseal(keys, sealed)).equals(index);
  } catch {
    return false;
  }
}

/** Can these secrets read this book, and find people in it? Every seeded book has staff, and each address shows both keys at once. */
export async function secretsOpenBook(sql: Sql, secrets: Record<string, string>): Promise<boolean> {
  const addresses = await sql<Address[]>`
    select email_encrypted as sealed, email_index as index from staff where email_encrypted <> ''`;
  const keys = fieldKeys(secrets.FIELD_KEYS);
  const indexKey = Buffer.from(secrets.INDEX_KEY ?? "", "base64");
  return addresses.every((address) => opens(keys, indexKey, address));
}

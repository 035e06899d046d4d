import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { identityProviders } from "@/db/schema";
import { findCredentials } from "@/lib/env";

export type Provider = typeof identityProviders.$inferSelect;

/** Milliseconds for which a process may go on with the rows that it read. */
const FRESH_FOR = 3_000;
let kept: { value: Promise<Provider[]>; until: number } | undefined;

const readProviders = () =>
  db
    .select()
    .from(identityProviders)
    .where(eq(identityProviders.isEnabled, true))
    .orderBy(asc(identityProviders.position), asc(identityProviders.key));

/** The rows that are enabled and whose secret is set, read at most once in three seconds: pages ask for them on every request. */
export async function listProviders(): Promise<Provider[]> {
  const now = performance.now();
  if (!kept || now >= kept.until) kept = { value: readProviders(), until: now + FRESH_FOR };
  const { value } = kept;
  const rows = await value.catch((fault: unknown) => {
    kept = undefined;
    throw fault;
  });
  return rows.filter(({ key }) => findCredentials(key) !== undefined);
}

export const findProvider = async (key: string): Promise<Provider | undefined> =>
  (await listProviders()).find((row) => row.key === key);

/** The portal that this app is a part of, where there is one. */
export const findPortal = async (): Promise<Provider | undefined> =>
  (await listProviders()).find(({ isPortal }) => isPortal);

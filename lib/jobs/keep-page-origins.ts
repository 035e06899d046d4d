import { log } from "@/lib/log";
import { listProviders } from "@/lib/providers/queries";
import { layPageOrigins } from "@/lib/shared/page-origins";

/** Milliseconds until a provider's row that changed reaches the pages' policy. */
const EVERY = 3_000;

async function readPageOrigins(): Promise<void> {
  const rows = await listProviders();
  const portal = rows.find(({ isPortal }) => isPortal);
  layPageOrigins({
    formTargets: rows.map(({ issuer }) => new URL(issuer).origin),
    frame: portal?.frameOrigin ?? null,
  });
}

/** Lays the listed origins down for proxy.ts, now and every few seconds. While the database is away the last ones stand. */
export async function keepPageOrigins(): Promise<void> {
  const read = () => readPageOrigins().catch(() => log.debug("the providers' rows could not be read"));
  await read();
  setInterval(read, EVERY).unref();
}

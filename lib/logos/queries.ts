import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { logos } from "@/db/schema";
import { getSettings } from "@/lib/settings/queries";

/** A logo as PNG; undefined where there is none of that id. */
export async function findLogo(id: string): Promise<Buffer | undefined> {
  const [found] = await db.select({ png: logos.png }).from(logos).where(eq(logos.id, id));
  return found && Buffer.from(found.png);
}

/** The city's own logo, where the settings name one. */
export async function findCityLogo(): Promise<Buffer | undefined> {
  const { logo_id } = await getSettings();
  return logo_id ? findLogo(logo_id) : undefined;
}

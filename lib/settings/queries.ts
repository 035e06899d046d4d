import { inArray } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { settings } from "@/db/schema/settings";

const colour = z.string().regex(/^#[0-9a-f]{6}$/i);
const words = z.string().min(1);

const Settings = z.object({
  service_name: words,
  unit_name: words,
  city_name: words,
  colour_primary: colour,
  colour_on_primary: colour,
  contact_phone: words,
  contact_hours: words,
  /** Days that a refunded point lives when its own lot has expired meanwhile (product rule 8). */
  refund_grace_days: z.number().int().min(1),
  /** A correction of more points than this needs a second person (product rule 9). */
  approval_correction_points: z.number().int().min(0),
  /** So does the code of an activity that grants more than this. */
  approval_code_points: z.number().int().min(0),
  /** Days that a draft waits for its second person. */
  approval_days: z.number().int().min(1),
});
export type Settings = z.infer<typeof Settings>;

/** Milliseconds for which a process may go on with what it read: a change is seen everywhere within this time. */
const FRESH_FOR = 3_000;
let kept: { value: Promise<Settings>; until: number } | undefined;

async function readSettings(): Promise<Settings> {
  const rows = await db
    .select({ key: settings.key, value: settings.value })
    .from(settings)
    .where(inArray(settings.key, Object.keys(Settings.shape)));
  return Settings.parse(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
}

/** Names, colours and telephone of this city, read at most once in three seconds. Throws, naming each row that is missing. */
export function getSettings(): Promise<Settings> {
  const now = performance.now();
  if (kept && now < kept.until) return kept.value;
  const value = readSettings();
  kept = { value, until: now + FRESH_FOR };
  value.catch(() => {
    kept = undefined;
  });
  return value;
}

import { and, desc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { type Database, db } from "@/db/client";
import { auditEntries } from "@/db/schema";
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
  /** Days that a check of where somebody lives counts. */
  residency_valid_days: z.number().int().min(1),
  /** Days in which a withdrawal can be undone. */
  withdrawal_days: z.number().int().min(1),
  /** Days that a draft waits for its second person. */
  approval_days: z.number().int().min(1),
  /** The city's own mark in `logos`; without one, the app draws its own in the city's colours. */
  logo_id: z.uuid().nullable().default(null),
  /** Days that a suspended member has to reply. */
  suspension_reply_days: z.number().int().min(1),
});
export type Settings = z.infer<typeof Settings>;

/** Milliseconds for which a process may go on with what it read: a change is seen everywhere within this time. */
const FRESH_FOR = 3_000;
let kept: { value: Promise<Settings>; until: number } | undefined;

/** The settings as the database has them now. Throws, naming each row that is missing. */
export async function readSettings(database: Database): Promise<Settings> {
  const rows = await database
    .select({ key: settings.key, value: settings.value })
    .from(settings)
    .where(inArray(settings.key, Object.keys(Settings.shape)));
  return Settings.parse(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
}

/** Names, colours and telephone of this city, read at most once in three seconds. */
export function getSettings(): Promise<Settings> {
  const now = performance.now();
  if (kept && now < kept.until) return kept.value;
  const value = readSettings(db);
  kept = { value, until: now + FRESH_FOR };
  value.catch(() => {
    kept = undefined;
  });
  return value;
}

/** The same past what was kept: for those who have just changed them. */
export const getSettingsNow = (): Promise<Settings> => readSettings(db);

/** The latest change of the settings, as the trail has it; undefined where there was none. */
export async function findLastChange(database: Database) {
  const [last] = await database
    .select({ act: auditEntries.act, before: auditEntries.before, after: auditEntries.after })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.targetKind, "settings"),
        eq(auditEntries.outcome, "done"),
        inArray(auditEntries.act, ["update_settings", "undo_settings"]),
      ),
    )
    .orderBy(desc(auditEntries.recordedAt), desc(auditEntries.id))
    .limit(1);
  return last;
}

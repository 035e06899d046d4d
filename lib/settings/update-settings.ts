import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { logos } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { findChanges } from "@/lib/shared/changes";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { type ColourRefusal, decideColours } from "./decide-colours";
import type { CitySettings } from "./input";
import { readSettings } from "./queries";
import { lockSettings, writeSettings } from "./write-settings";

export type SettingsRefusal = ColourRefusal | "unknown_logo";

const act = { act: "update_settings", targetKind: "settings", targetId: "city" } as const;

/**
 * Changes what the city may change by itself; seen everywhere within seconds. Nothing changed: nothing is written. Refuses colours that cannot
 * be read, and `unknown_logo`.
 */
export async function updateSettings(
  wanted: CitySettings,
  actor: StaffActor,
  at: Date,
): Promise<Result<{ changed: boolean }, SettingsRefusal>> {
  const answer = await runTransaction(async (tx): Promise<Result<{ changed: boolean }, SettingsRefusal>> => {
    await lockSettings(tx);
    const changes = findChanges(await readSettings(tx), wanted);
    if (!changes) return ok({ changed: false });
    const decided = decideColours({ primary: wanted.colour_primary, onPrimary: wanted.colour_on_primary });
    if (!decided.ok) return decided;
    if (wanted.logo_id && !(await hasLogo(tx, wanted.logo_id))) return refuse("unknown_logo");
    await writeSettings(tx, changes.after, at);
    await recordAct(tx, actor, { ...act, outcome: "done", ...changes }, at);
    return ok({ changed: true });
  });
  return recordDenied(answer, actor, act, at);
}

async function hasLogo(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.select({ id: logos.id }).from(logos).where(eq(logos.id, id))).length > 0;
}

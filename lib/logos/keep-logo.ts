import { db } from "@/db/client";
import { logos } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { newId } from "@/lib/shared/ids";
import { ok, type Result } from "@/lib/shared/result";
import type { LogoRefusal } from "./decide-logo";
import { readLogo } from "./read-logo";

/** Keeps an uploaded picture as a logo that may be chosen; nothing shows it before the settings name it. Refuses what `readLogo` refuses. */
export async function keepLogo(file: Uint8Array, actor: StaffActor, at: Date): Promise<Result<string, LogoRefusal>> {
  const id = newId();
  const act = { act: "upload_logo", targetKind: "settings", targetId: "city" } as const;
  const png = await readLogo(file);
  if (!png.ok) return recordDenied(png, actor, act, at);
  await db.transaction(async (tx) => {
    await tx.insert(logos).values({ id, png: png.value, uploadedBy: actor.staffId, uploadedAt: at });
    await recordAct(tx, actor, { ...act, outcome: "done", after: { logo_id: id } }, at);
  });
  return ok(id);
}

import { desc, eq, type SQL } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { codes, staff } from "@/db/schema";
import { env } from "@/lib/env";
import { getSettings } from "@/lib/settings/queries";
import { hashSecret, hashWithKey } from "@/lib/shared/keyed-hash";
import { unseal } from "@/lib/shared/seal";
import { decideIssue, type IssueRefusal } from "./decide-code";
import { needsSecondPerson } from "./decide-code-draft";
import type { CodePath } from "./decide-scanned-text";
import { findCodeTarget, type IssueTarget } from "./find-code-target";

const Secret = z.object({ token: z.string() });

async function findCode(match: SQL) {
  const [code] = await db
    .select({
      codeId: codes.id,
      activityId: codes.activityId,
      shopId: codes.shopId,
      revokedAt: codes.revokedAt,
      secret: codes.secretEncrypted,
    })
    .from(codes)
    .where(match);
  if (!code) return undefined;
  return { ...code, kind: code.activityId ? ("activity" as const) : ("shop" as const) };
}

const byTyped = (typed: string) => eq(codes.typedHash, hashWithKey(env.INDEX_KEY, "typed_code", typed));

/** The printed code of these 22 characters, revoked or not. */
export async function findCodeByToken(token: string) {
  return withoutSecret(await findCode(eq(codes.tokenHash, hashSecret(token))));
}

/** The printed code of these 8 characters, as `readTypedCode` gives them. */
export async function findCodeByTyped(typed: string) {
  return withoutSecret(await findCode(byTyped(typed)));
}

/** The page that these 8 characters lead to, the same that the code's QR opens. */
export async function findPathOfTyped(typed: string): Promise<CodePath | undefined> {
  const code = await findCode(byTyped(typed));
  if (!code) return undefined;
  const { token } = Secret.parse(JSON.parse(unseal(env.FIELD_KEYS, code.secret)));
  return `/${code.kind === "activity" ? "e" : "s"}/${token}`;
}

function withoutSecret(code: Awaited<ReturnType<typeof findCode>>) {
  if (!code) return undefined;
  const { secret: _, ...rest } = code;
  return rest;
}

/** The codes of an activity or a shop, the latest first; the one that is not revoked is live. */
export function listCodesOf(target: IssueTarget) {
  return db
    .select({
      codeId: codes.id,
      serial: codes.serial,
      issuedAt: codes.issuedAt,
      issuedBy: staff.name,
      revokedAt: codes.revokedAt,
      revokeReason: codes.revokeReason,
    })
    .from(codes)
    .innerJoin(staff, eq(staff.id, codes.issuedBy))
    .where("shopId" in target ? eq(codes.shopId, target.shopId) : eq(codes.activityId, target.activityId))
    .orderBy(desc(codes.serial));
}
export type CodeRow = Awaited<ReturnType<typeof listCodesOf>>[number];

/** Why no code can be issued for this now; undefined where one can. */
export async function findIssueRefusal(target: IssueTarget, at: Date): Promise<IssueRefusal | undefined> {
  const decided = decideIssue(await findCodeTarget(db, target, "everywhere"), at);
  return decided.ok ? undefined : decided.reason;
}

/** Whether a second person has to be asked for a code of this. */
export async function isCodeAsked(target: IssueTarget): Promise<boolean> {
  const found = await findCodeTarget(db, target, "everywhere");
  return found !== undefined && needsSecondPerson(found, await getSettings());
}

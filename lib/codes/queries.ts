import { eq, type SQL } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { codes } from "@/db/schema";
import { env } from "@/lib/env";
import { hashSecret, hashWithKey } from "@/lib/shared/keyed-hash";
import { unseal } from "@/lib/shared/seal";
import type { CodePath } from "./decide-scanned-text";

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

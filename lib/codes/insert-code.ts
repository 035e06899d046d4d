import { randomBytes } from "node:crypto";
import type { Transaction } from "@/db/client";
import { codes } from "@/db/schema";
import { env } from "@/lib/env";
import { newId } from "@/lib/shared/ids";
import { hashSecret, hashWithKey } from "@/lib/shared/keyed-hash";
import { seal } from "@/lib/shared/seal";
import { makeTypedCode } from "./decide-typed-code";
import type { IssueTarget } from "./find-code-target";

/** `token` is what the QR's address ends in (22 characters); `typedCode` its 8 characters without the dash. */
export type IssuedCode = { codeId: string; token: string; typedCode: string; serial: number };

const TOKEN_BYTES = 16;
const TYPED_BYTES = 7;

/** Writes a new live code in the caller's transaction; undefined where the target has a live one already. */
export async function insertCode(
  tx: Transaction,
  target: IssueTarget,
  issuedBy: string,
  issuedAt: Date,
): Promise<IssuedCode | undefined> {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  const typedCode = makeTypedCode(randomBytes(TYPED_BYTES));
  const [made] = await tx
    .insert(codes)
    .values({
      id: newId(),
      ...target,
      tokenHash: hashSecret(token),
      typedHash: hashWithKey(env.INDEX_KEY, "typed_code", typedCode),
      secretEncrypted: seal(env.FIELD_KEYS, JSON.stringify({ token, typed: typedCode })),
      issuedBy,
      issuedAt,
    })
    .onConflictDoNothing()
    .returning({ codeId: codes.id, serial: codes.serial });
  return made && { ...made, token, typedCode };
}

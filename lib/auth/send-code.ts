import "server-only";
import { after } from "next/server";
import { db } from "@/db/client";
import { cityNow } from "@/lib/clock/city-now";
import { env } from "@/lib/env";
import { log, logFault } from "@/lib/log";
import type { FormState } from "@/lib/shared/form";
import { indexEmail } from "@/lib/shared/index-email";
import { findStaffByEmail } from "@/lib/staff/queries";
import { askSignInCode } from "./ask-sign-in-code";
import { ensureBrowserHash } from "./browser";
import type { Audience } from "./hash-sign-in";
import { mailSignInCode } from "./mail-sign-in-code";
import { answerNotice, answerWait } from "./sign-in-answers";

type From = { address: string; requestId: string };
type Refusal = NonNullable<FormState> | undefined;

/** Mails a code to a citizen, known here or not; a mail server that fails is told, since it fails for everybody alike. Only in an action. */
export async function sendMemberCode(
  email: string,
  resumeTo: string | undefined,
  from: From,
  audience: Exclude<Audience, "staff"> = "member",
): Promise<Refusal> {
  const [at, browserHash] = [await cityNow(), await ensureBrowserHash()];
  const asked = await askSignInCode({ audience, browserHash, email, address: from.address, resumeTo }, at);
  if (!asked.ok) return answerWait("mails", asked.retryAfterSeconds);
  try {
    await mailSignInCode(audience, email, asked.code);
  } catch (fault) {
    logFault(fault, { requestId: from.requestId });
    return answerNotice("mailFailed");
  }
  return undefined;
}

/** Mails a code to staff after the answer has gone, so that neither its words nor its time tell whether the address is anybody's. */
export async function sendStaffCode(email: string, from: From): Promise<Refusal> {
  const [at, browserHash] = [await cityNow(), await ensureBrowserHash()];
  const wish = { audience: "staff", browserHash, email, address: from.address, resumeTo: undefined } as const;
  const asked = await askSignInCode(wish, at);
  if (!asked.ok) return answerWait("mails", asked.retryAfterSeconds);
  after(async () => {
    const found = await findStaffByEmail(db, indexEmail(env.INDEX_KEY, email));
    if (!found || found.disabled) return log.warn({ requestId: from.requestId }, "nobody's staff address");
    await mailSignInCode("staff", email, asked.code).catch((fault) => logFault(fault, { requestId: from.requestId }));
  });
  return undefined;
}

import "server-only";
import { db } from "@/db/client";
import { recordAct } from "@/lib/audit/record-act";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { type TotpRefusal, takeTotp } from "@/lib/staff/take-totp";
import { isKnownBrowser, mailboxKey, rememberBrowser } from "./known-browser";
import { closeSecondStep, countWrongSecond, findSecondStep, lockSecondStep } from "./second-step";
import { startSession } from "./start-session";
import type { TooMany } from "./try-code";
import { tryTotp } from "./try-totp";

export type From = { address: string; requestId: string };
type Typed = { browserHash: Uint8Array; code: string };

const signIn = (staffId: string) => ({ act: "sign_in", targetKind: "staff", targetId: staffId }) as const;

/** One transaction: the code is spent, the half-way state gone and the session there, or none of it. `now` is the machine's clock. */
function takeSecondStep({ browserHash, code }: Typed, from: From, now: Date, at: Date) {
  return db.transaction(async (tx): Promise<Result<"signed_in", TotpRefusal | "no_attempt">> => {
    const step = await lockSecondStep(tx, browserHash, at);
    if (!step) return refuse("no_attempt");
    const { staffId } = step;
    const taken = await takeTotp(tx, { staffId, code }, now);
    if (!taken.ok) {
      if (taken.reason === "wrong_totp") await countWrongSecond(tx, browserHash, step);
      await recordAct(tx, { staffId, ...from }, { ...signIn(staffId), outcome: "denied", reason: taken.reason }, at);
      return taken;
    }
    await closeSecondStep(tx, browserHash);
    await recordAct(tx, { staffId, ...from }, { ...signIn(staffId), outcome: "done", after: { factor: "totp" } }, at);
    await startSession({ staffId, factor: "totp" }, at, tx);
    return ok("signed_in");
  });
}

/** The second step by an authenticator app: signs in the person whose address this browser has proven. Only in an action. */
export async function signInByTotp(
  typed: Typed,
  from: From,
  now: Date,
  at: Date,
): Promise<Result<"signed_in", TotpRefusal | "no_attempt"> | TooMany> {
  const step = await findSecondStep(typed.browserHash, at);
  if (!step) return refuse("no_attempt");
  const { staffId, emailIndex } = step;
  const key = mailboxKey("staff", emailIndex, await isKnownBrowser("staff", emailIndex));
  const answer = await tryTotp(key, from.address, () => takeSecondStep(typed, from, now, at));
  if (answer.ok) await rememberBrowser("staff", emailIndex);
  else if (answer.reason === "too_many_guesses")
    await recordAct(db, { staffId, ...from }, { ...signIn(staffId), outcome: "denied", reason: answer.reason }, at);
  return answer;
}

import "server-only";
import { db } from "@/db/client";
import { env } from "@/lib/env";
import { admitIdentity } from "@/lib/members/admit-identity";
import { confirmResidency } from "@/lib/members/confirm-residency";
import { decideResidencyProof } from "@/lib/members/decide-residency-proof";
import { findIdentity } from "@/lib/members/find-identity";
import { linkIdentity } from "@/lib/members/link-identity";
import { findOwnEmail } from "@/lib/members/ways-in";
import type { Provider } from "@/lib/providers/queries";
import { getSettings } from "@/lib/settings/queries";
import { indexSubject } from "@/lib/shared/index-subject";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { isFreshProof, type ProviderRefusal } from "./decide-provider-answer";
import { landMember } from "./land-member";
import { mailWayChange } from "./mail-way-change";
import type { Intent } from "./provider-intent";
import type { Claims } from "./provider-options";
import { proveMemberSession, startSession } from "./start-session";

/** Whom a provider vouches for, and for what the browser was sent there. */
export type Vouched = { provider: Provider; claims: Claims; intent: Intent; requestId: string };
type Answer = Promise<Result<string, ProviderRefusal>>;

const identityOf = ({ provider: { issuer }, claims }: Vouched) => ({
  issuer,
  subjectIndex: indexSubject(env.INDEX_KEY, issuer, String(claims.sub)),
});

async function signIn(vouched: Vouched, at: Date): Answer {
  const { claims, intent, requestId } = vouched;
  const sid = typeof claims.sid === "string" ? claims.sid : undefined;
  const opened = await db.transaction(async (tx) => {
    const admitted = await admitIdentity(tx, identityOf(vouched), at);
    if (!admitted.ok) return admitted;
    const { memberId, identityId } = admitted.value;
    await startSession({ memberId, openedBy: { identityId, sid, isProven: isFreshProof(claims) } }, at, tx);
    return admitted;
  });
  if (!opened.ok) return opened;
  return ok(await landMember({ memberId: opened.value.memberId, resumeTo: intent.resumeTo }, requestId, at));
}

async function link(vouched: Vouched, memberId: string, at: Date): Answer {
  const wish = { ...identityOf(vouched), memberId, provider: vouched.provider.key };
  const linked = await linkIdentity(wish, at);
  if (!linked.ok) return linked;
  if (linked.value === "new") mailWayChange(await findOwnEmail(memberId), "added", vouched.requestId);
  return ok(vouched.intent.resumeTo ?? "/me");
}

async function prove(vouched: Vouched, memberId: string, at: Date): Answer {
  if (!isFreshProof(vouched.claims)) return refuse("not_fresh");
  const known = await findIdentity(db, identityOf(vouched));
  if (known?.memberId !== memberId) return refuse("other_person");
  await proveMemberSession(at);
  return ok(vouched.intent.resumeTo ?? "/me");
}

async function stepUp(vouched: Vouched, memberId: string, at: Date): Answer {
  const { provider, claims, intent } = vouched;
  const proof = decideResidencyProof(claims.address, (await getSettings()).city_name);
  if (!proof.ok) return proof;
  const confirmed = await confirmResidency({ ...identityOf(vouched), memberId, provider: provider.key }, at);
  if (!confirmed.ok) return confirmed;
  return ok(intent.resumeTo ?? "/me");
}

const modes = { link, prove, residency: stepUp };

/** Does what the browser was sent to the provider for; `memberId` is who is signed in now. Resolves to the path to land on. */
export async function takeIdentity(vouched: Vouched, memberId: string | undefined, at: Date): Answer {
  const { mode, memberId: begun } = vouched.intent;
  if (mode === "sign_in") return signIn(vouched, at);
  if (!memberId || memberId !== begun) return refuse("session_changed");
  return modes[mode](vouched, memberId, at);
}

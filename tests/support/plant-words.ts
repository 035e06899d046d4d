import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { memberPasskeys, members } from "@/db/schema";
import { sendBack } from "@/lib/approvals/send-back";
import type { ScopedActor } from "@/lib/audit/record-act";
import { env } from "@/lib/env";
import { findNewestVersions } from "@/lib/legal/queries";
import { admitIdentity } from "@/lib/members/admit-identity";
import { answerAppeal } from "@/lib/members/answer-appeal";
import { changeNickname } from "@/lib/members/change-nickname";
import { draftMerge } from "@/lib/members/draft-merge";
import { finishSignUp } from "@/lib/members/finish-sign-up";
import { issueCard } from "@/lib/members/issue-card";
import { liftSuspension } from "@/lib/members/lift-suspension";
import { findLatestSuspension } from "@/lib/members/list-suspensions";
import { namePasskey } from "@/lib/members/name-passkey";
import { openProxy } from "@/lib/members/open-proxy";
import { revokeCard } from "@/lib/members/revoke-card";
import { sendAppeal } from "@/lib/members/send-appeal";
import { suspendMember } from "@/lib/members/suspend-member";
import { newId } from "@/lib/shared/ids";
import { indexSubject } from "@/lib/shared/index-subject";
import { BIRTH_YEAR, type Canaries, type Readable } from "./canaries";
import { MAY_DAY } from "./staff-fixtures";

function done<T>(answer: { ok: true; value: T } | { ok: false; reason: string }): T {
  if (!answer.ok) throw new Error(`a canary was refused: ${answer.reason}`);
  return answer.value;
}

/** Says of this member, and lets them say, what is only theirs. */
export async function plantWords(memberId: string, words: Canaries, actor: ScopedActor, other: ScopedActor) {
  await changeNickname(memberId, words.nickname);
  const passkeyId = newId();
  const key = { credentialId: Buffer.from(newId()), publicKey: Buffer.from("key"), signCount: 0, transports: [] };
  await db.insert(memberPasskeys).values({ id: passkeyId, memberId, ...key, backedUp: false, createdAt: MAY_DAY });
  done(await namePasskey({ memberId, passkeyId, label: words.passkeyName }));
  done(await suspendMember({ id: newId(), memberId, reason: words.suspensionReason }, actor, MAY_DAY));
  done(await sendAppeal(memberId, words.appealText, MAY_DAY));
  const appealId = String((await findLatestSuspension(memberId))?.appealId);
  done(await answerAppeal({ appealId, verdict: "dismissed", answer: words.appealAnswer }, other, MAY_DAY));
  done(await liftSuspension({ memberId, reason: words.liftReason }, actor, MAY_DAY));
}

/** Somebody who came in by a provider and told the year of their birth. */
export async function plantNewcomer({ subject, invitation }: Canaries): Promise<string> {
  const issuer = "https://portal.example";
  const subjectIndex = indexSubject(env.INDEX_KEY, issuer, subject);
  const { memberId } = done(await db.transaction((tx) => admitIdentity(tx, { issuer, subjectIndex }, MAY_DAY)));
  const told = { tie: "worker", birthYear: BIRTH_YEAR, seen: await findNewestVersions(), invitation } as const;
  done(await finishSignUp({ memberId, answers: { nickname: undefined, ...told } }, MAY_DAY));
  return memberId;
}

/** What the city says of its own acts. */
export async function plantReasons(
  ids: { memberId: string; into: string },
  words: Readable,
  actor: ScopedActor,
  other: ScopedActor,
) {
  const card = done(await issueCard(ids.memberId, actor, MAY_DAY, "2580"));
  done(await revokeCard({ cardId: card.cardId, reason: words.cardReason }, actor, MAY_DAY));
  const [into] = await db.select({ number: members.number }).from(members).where(eq(members.id, ids.into));
  const number = String(into?.number);
  const terms = {
    relation: "guardian",
    consent: "guardian_of_minor",
    endsOn: "2026-12-31",
    scopes: ["view" as const],
  } as const;
  done(await openProxy({ memberId: ids.memberId, number, ...terms, scopes: ["view"] }, actor, MAY_DAY));
  const asked = done(await draftMerge({ memberId: ids.memberId, number, reason: words.mergeReason }, actor, MAY_DAY));
  const authority = { acts: "everywhere", staff: "everywhere" } as const;
  done(await sendBack({ approvalId: asked.id, note: words.sendBackNote, authority }, other, MAY_DAY));
}

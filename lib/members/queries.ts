import { and, count, desc, eq, gt, isNull, lte } from "drizzle-orm";
import { db } from "@/db/client";
import { memberCards, memberDisclosures, memberSessions, members, staff } from "@/db/schema";
import { env } from "@/lib/env";
import { openField } from "@/lib/open-field";
import { cityDay } from "@/lib/shared/city-time";
import { unseal } from "@/lib/shared/seal";
import { decideMaskedEmail } from "./decide-masked-email";
import { decideResidency } from "./decide-residency";
import { findCardFacts } from "./find-card-facts";
import { type MaskedMember, maskedColumns, maskMember } from "./mask-member";

/** Whose withdrawal is due at `at`, the longest first. */
export async function listDueLeavers(at: Date, atOnce: number): Promise<string[]> {
  const due = and(eq(members.state, "leaving"), lte(members.leavesAt, at));
  const rows = await db.select({ id: members.id }).from(members).where(due).orderBy(members.leavesAt).limit(atOnce);
  return rows.map(({ id }) => id);
}

/** What マイページ shows of its owner; of the e-mail address only enough to know it again. */
export async function getProfile(memberId: string, at: Date) {
  const [found] = await db
    .select({
      number: members.number,
      nicknameEncrypted: members.nicknameEncrypted,
      emailEncrypted: members.emailEncrypted,
      birthYearEncrypted: members.birthYearEncrypted,
      tie: members.tie,
      checkedBy: members.residencyCheckedBy,
      validUntil: members.residencyValidUntil,
      joinedAt: members.joinedAt,
    })
    .from(members)
    .where(eq(members.id, memberId));
  if (!found) throw new Error("a signed-in member has no row");
  const [devices] = await db
    .select({ count: count() })
    .from(memberSessions)
    .where(and(eq(memberSessions.memberId, memberId), gt(memberSessions.expiresAt, at)));
  const { emailEncrypted, birthYearEncrypted, nicknameEncrypted, checkedBy, ...shown } = found;
  const email = emailEncrypted && decideMaskedEmail(unseal(env.FIELD_KEYS, emailEncrypted));
  const [nickname, birthYear] = [openField(nicknameEncrypted), openField(birthYearEncrypted)];
  const residency = decideResidency({ ...shown, checkedBy }, cityDay(at));
  return { ...shown, nickname, email, birthYear, residency, deviceCount: devices?.count ?? 0 };
}

export type Profile = Awaited<ReturnType<typeof getProfile>>;

/** A member as every member of staff with the permission sees them: masked. */
export async function findMaskedMember(memberId: string): Promise<MaskedMember | undefined> {
  const [found] = await db.select(maskedColumns).from(members).where(eq(members.id, memberId));
  return found && maskMember(found);
}

/** The member's personal data, only where `discloseMember` has it open to this member of staff at `at`; `expiresAt` is when it shuts. */
export async function findDisclosedMember(memberId: string, staffId: string, at: Date) {
  const [found] = await db
    .select({
      member: members,
      admittedBy: staff.name,
      expiresAt: memberDisclosures.expiresAt,
      purpose: memberDisclosures.purpose,
    })
    .from(memberDisclosures)
    .innerJoin(members, eq(members.id, memberDisclosures.memberId))
    .leftJoin(staff, eq(staff.id, members.admittedBy))
    .where(
      and(
        eq(memberDisclosures.memberId, memberId),
        eq(memberDisclosures.staffId, staffId),
        gt(memberDisclosures.expiresAt, at),
      ),
    )
    .orderBy(desc(memberDisclosures.expiresAt))
    .limit(1);
  if (!found) return undefined;
  const { member, ...disclosure } = found;
  return { ...disclosure, ...openMember(member) };
}
export type DisclosedMember = NonNullable<Awaited<ReturnType<typeof findDisclosedMember>>>;

function openMember(member: typeof members.$inferSelect) {
  const { id: memberId, accountId, number, tie, joinedAt } = member;
  const { residencyCheckedBy: checkedBy, residencyValidUntil: validUntil, leavesAt } = member;
  const email = openField(member.emailEncrypted);
  return {
    ...{ memberId, accountId, number, tie, joinedAt, leavesAt, checkedBy, validUntil },
    familyName: openField(member.familyNameEncrypted),
    givenName: openField(member.givenNameEncrypted),
    familyKana: openField(member.familyKanaEncrypted),
    givenKana: openField(member.givenKanaEncrypted),
    bornOn: openField(member.bornOnEncrypted),
    phone: openField(member.phoneEncrypted),
    maskedEmail: email && decideMaskedEmail(email),
  };
}

/** A member's cards, the latest first; the one that is not revoked is live. */
export function listMemberCards(memberId: string) {
  return db
    .select({
      cardId: memberCards.id,
      serial: memberCards.serial,
      issuedAt: memberCards.issuedAt,
      issuedBy: staff.name,
      revokedAt: memberCards.revokedAt,
      revokeReason: memberCards.revokeReason,
    })
    .from(memberCards)
    .innerJoin(staff, eq(staff.id, memberCards.issuedBy))
    .where(eq(memberCards.memberId, memberId))
    .orderBy(desc(memberCards.serial));
}
export type CardRow = Awaited<ReturnType<typeof listMemberCards>>[number];

/** What is printed on the member's live card, its token unsealed: for staff only. Undefined where none lives. */
export async function findCardPrint(memberId: string) {
  const [live] = await db
    .select({ number: members.number, serial: memberCards.serial, sealed: memberCards.tokenEncrypted })
    .from(memberCards)
    .innerJoin(members, eq(members.id, memberCards.memberId))
    .where(and(eq(memberCards.memberId, memberId), isNull(memberCards.revokedAt)));
  return live?.sealed && { number: live.number, serial: live.serial, token: unseal(env.FIELD_KEYS, live.sealed) };
}

/** Whether the membership is the acting person's own: they may look, no more. */
export async function isOwnMember(memberId: string, staffId: string): Promise<boolean> {
  return (await findCardFacts(db, memberId, staffId))?.isOwn ?? false;
}

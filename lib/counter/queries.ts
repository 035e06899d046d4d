import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { counterVisits, members } from "@/db/schema";
import { openField } from "@/lib/open-field";
import { decideQuestion } from "./decide-person";
import type { FoundBy, Question } from "./input";
import { isAlive } from "./touch-visit";

/** Whose visit it is, for every page of it; `name` null for who joined by e-mail and has told none. */
export async function getVisitor(memberId: string) {
  const [found] = await db
    .select({
      accountId: members.accountId,
      number: members.number,
      nickname: members.nicknameEncrypted,
      familyName: members.familyNameEncrypted,
      givenName: members.givenNameEncrypted,
    })
    .from(members)
    .where(eq(members.id, memberId));
  if (!found) throw new Error("a visit's member is not there");
  const { familyName, givenName, nickname, ...shown } = found;
  const full = [openField(familyName), openField(givenName)].filter(Boolean).join(" ");
  return { ...shown, name: full || openField(nickname) };
}
export type Visitor = Awaited<ReturnType<typeof getVisitor>>;

/** Which visit is still open in this session; nothing is touched, and nothing of its member is told. */
export async function findOpenVisit(sessionId: string): Promise<string | undefined> {
  const [found] = await db
    .select({ id: counterVisits.id })
    .from(counterVisits)
    .where(and(eq(counterVisits.sessionId, sessionId), isNull(counterVisits.endedAt), isAlive));
  return found?.id;
}

/** Whether a visit began with its member's sign-up. */
export async function isNewcomer(visitId: string): Promise<boolean> {
  const isOfOne = and(eq(counterVisits.id, visitId), eq(counterVisits.foundBy, "sign_up"));
  return (await db.$count(counterVisits, isOfOne)) > 0;
}

/** What is asked of each of these members, by id. */
export async function listQuestions(
  memberIds: readonly string[],
  foundBy: Exclude<FoundBy, "sign_up">,
): Promise<Map<string, Question>> {
  if (memberIds.length === 0) return new Map();
  const rows = await db
    .select({
      id: members.id,
      bornOn: sql<boolean>`${members.bornOnEncrypted} is not null`,
      phone: sql<boolean>`${members.phoneEncrypted} is not null`,
      email: sql<boolean>`${members.emailEncrypted} is not null`,
    })
    .from(members)
    .where(inArray(members.id, [...memberIds]));
  return new Map(rows.map(({ id, ...known }) => [id, decideQuestion(known, foundBy)]));
}

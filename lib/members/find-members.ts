import { and, asc, eq, exists, gt, isNull, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { memberCards, members } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { hashSecret } from "@/lib/shared/keyed-hash";
import { cutPage, isId, PAGE_SIZE, type Page, readKey } from "@/lib/shared/page";
import type { MemberSearch } from "./decide-search";
import { indexBirthDate, indexFamilyKana, indexFullKana } from "./index-person";
import { type MaskedMember, maskedColumns, maskMember } from "./mask-member";
import { openMemberCode } from "./member-code";

function matches(search: MemberSearch, at: Date): SQL | undefined {
  switch (search.by) {
    case "card": {
      const live = and(eq(memberCards.tokenHash, hashSecret(search.token)), isNull(memberCards.revokedAt));
      return exists(
        db
          .select({ id: memberCards.id })
          .from(memberCards)
          .where(and(live, eq(memberCards.memberId, members.id))),
      );
    }
    case "phone": {
      const memberId = openMemberCode(search.code, at);
      return memberId ? eq(members.id, memberId) : sql`false`;
    }
    case "number":
      return eq(members.number, search.number);
    case "birth":
      return eq(members.bornOnIndex, indexBirthDate(search.bornOn));
    case "kana":
      return or(
        eq(members.familyKanaIndex, indexFamilyKana(search.key)),
        eq(members.fullKanaIndex, indexFullKana(search.key)),
      );
  }
}

/**
 * The members that a search of `decideSearch` finds, masked, oldest first, one page at most; a void card and a phone's code of half a minute ago find nobody. Each page is an act on
 * record: by what was searched and how many were shown, never what was typed.
 */
export async function findMembers(
  search: MemberSearch,
  after: string | undefined,
  actor: StaffActor,
  at: Date,
): Promise<Page<MaskedMember>> {
  const [lastId] = readKey(after, [isId]) ?? [];
  const rows = await db
    .select(maskedColumns)
    .from(members)
    .where(and(matches(search, at), lastId ? gt(members.id, lastId) : undefined))
    .orderBy(asc(members.id))
    .limit(PAGE_SIZE + 1);
  const page = cutPage(rows.map(maskMember), PAGE_SIZE, ({ memberId }) => [memberId]);
  const act = { act: "search_members", outcome: "done", targetKind: "member", targetId: null } as const;
  await recordAct(db, actor, { ...act, after: { by: search.by, found: page.rows.length } }, at);
  return page;
}

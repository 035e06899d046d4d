import { and, eq, inArray, isNull, ne, or } from "drizzle-orm";
import { db } from "@/db/client";
import { approvals, staff, staffRoles } from "@/db/schema";
import { env } from "@/lib/env";
import { unseal } from "@/lib/shared/seal";
import { formatApprovalNumber } from "./decide-approval-number";
import type { ApprovalKind, ApprovalState } from "./input";
import { staffKinds } from "./input";

/** Who is to be told of a draft, and what: no more than its number, its kind and its state. */
export type Letters = {
  number: string;
  kind: ApprovalKind;
  state: ApprovalState;
  expiresAt: Date;
  /** E-mail addresses. */
  to: string[];
};

async function findDraft(id: string) {
  const [draft] = await db.select().from(approvals).where(eq(approvals.id, id));
  return draft;
}
type Row = NonNullable<Awaited<ReturnType<typeof findDraft>>>;

const lettersOf = (row: Row, addresses: { sealed: Uint8Array }[]): Letters => ({
  number: formatApprovalNumber(row.fiscalYear, row.number),
  kind: row.kind as ApprovalKind,
  state: row.state as ApprovalState,
  expiresAt: row.expiresAt,
  to: addresses.map(({ sealed }) => unseal(env.FIELD_KEYS, sealed)),
});

/** To everybody but the maker who holds one of these roles where the draft belongs; `roles` by whether it is about the staff. */
export async function listAskLetters(
  id: string,
  roles: { acts: readonly string[]; staff: readonly string[] },
): Promise<Letters | undefined> {
  const draft = await findDraft(id);
  if (!draft) return undefined;
  const wanted = staffKinds.some((kind) => kind === draft.kind) ? roles.staff : roles.acts;
  const place = draft.sectionId ? eq(staffRoles.sectionId, draft.sectionId) : undefined;
  const addresses = await db
    .selectDistinct({ id: staff.id, sealed: staff.emailEncrypted })
    .from(staff)
    .innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
    .where(
      and(
        eq(staff.disabled, false),
        ne(staff.id, draft.makerId),
        isNull(staffRoles.endedAt),
        inArray(staffRoles.role, [...wanted]),
        or(isNull(staffRoles.sectionId), place),
      ),
    );
  return lettersOf(draft, addresses);
}

/** To the maker, unless disabled meanwhile. */
export async function listDecisionLetters(id: string): Promise<Letters | undefined> {
  const draft = await findDraft(id);
  if (!draft) return undefined;
  const addresses = await db
    .select({ sealed: staff.emailEncrypted })
    .from(staff)
    .where(and(eq(staff.id, draft.makerId), eq(staff.disabled, false)));
  return lettersOf(draft, addresses);
}

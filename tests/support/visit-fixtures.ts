import type { Sql } from "postgres";
import { openVisit } from "@/lib/counter/open-visit";
import { touchVisit } from "@/lib/counter/touch-visit";
import { newId } from "@/lib/shared/ids";
import type { TestStaff } from "./fixtures";
import { admitPerson } from "./member-fixtures";
import { MAY_DAY } from "./staff-fixtures";

/** Somebody with a birth date, and the visit that their card and it open in this session. */
export async function startVisit(staff: TestStaff, sessionId: string = newId()) {
  const { memberId, number } = await admitPerson(staff);
  const said = { memberId, foundBy: "card", question: "birth", answer: "昭和23年3月5日" } as const;
  const opened = await openVisit(said, sessionId, staff, MAY_DAY);
  if (!opened.ok) throw new Error(opened.reason);
  return { memberId, number, sessionId, visitId: opened.value.visitId };
}

/** Whose visit is open in a session, as a page of it would ask. */
export const seenIn = async (sessionId: string) => (await touchVisit(sessionId))?.memberId;

export const endOf = async (admin: Sql, visitId: string): Promise<string | null | undefined> =>
  (await admin<{ by: string | null }[]>`select ended_by as by from counter_visits where id = ${visitId}`)[0]?.by;

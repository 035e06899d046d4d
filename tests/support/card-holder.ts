import { issueCard } from "@/lib/members/issue-card";
import { earn, type TestStaff } from "./fixtures";
import { admitPerson } from "./member-fixtures";
import { MAY_DAY } from "./staff-fixtures";

/** The PIN of each of their cards. */
export const PIN = "2580";

/** Somebody of the counter with a card, its PIN and points on it. */
export async function makeHolder(staff: TestStaff, ...points: number[]) {
  const { memberId, number } = await admitPerson(staff);
  await issueCard(memberId, staff, MAY_DAY, PIN);
  if (points.length > 0) await earn(staff, memberId, ...points);
  return { memberId, card: { by: "number", number } as const };
}

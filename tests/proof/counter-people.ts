import { db } from "@/db/client";
import { staffSessions } from "@/db/schema";
import { createActivity } from "@/lib/activities/create-activity";
import type { ScopedActor } from "@/lib/audit/record-act";
import { grantAtCounter } from "@/lib/claims/grant-at-counter";
import { newId } from "@/lib/shared/ids";
import { hashSecret } from "@/lib/shared/keyed-hash";
import { addStaff } from "@/lib/staff/add-staff";
import { admitPerson } from "../support/member-fixtures";
import { addReward } from "../support/reward-fixtures";
import { activityPlan } from "../support/staff-fixtures";
import { BORN, EARNED } from "./amounts";

const HOUR = 60 * 60 * 1000;

/** Somebody who stands at the counter, and the staff session of the desk in front of them. */
export type AtCounter = { memberId: string; familyName: string; number: string; session: string };

async function openDesk(staffId: string, now: Date): Promise<string> {
  const session = newId();
  const expiresAt = new Date(now.getTime() + 8 * HOUR);
  await db
    .insert(staffSessions)
    .values({ tokenHash: hashSecret(session), staffId, createdAt: now, lastSeenAt: now, expiresAt });
  return session;
}

type Place = { actor: ScopedActor & { sectionId: string }; programmeId: string; now: Date };

/** Two desks with a member before each, who have just enough for the one piece that is on the shelf; and an activity that is open. */
export async function openCounter({ actor, programmeId, now }: Place) {
  const at = (hours: number) => new Date(now.getTime() + hours * HOUR);
  const window = { startsAt: at(-2), endsAt: at(6), opensAt: at(-2), closesAt: at(6), points: EARNED };
  const make = () => createActivity(activityPlan(programmeId, window), actor, at(-48));
  const [earned, open] = [await make(), await make()];
  if (!earned.ok || !open.ok) throw new Error("the counter's activities were refused");
  const { staffId } = await addStaff(
    { name: "窓口 一子", section: "市民課", email: "counter@example.jp", roles: ["counter"] },
    now,
  );
  const comers: AtCounter[] = [];
  for (const familyName of ["百合本", "楠木谷"]) {
    const { memberId, number } = await admitPerson(actor, { familyName, bornOn: BORN });
    const granted = await grantAtCounter({ activityId: earned.value.id, memberId }, actor, now);
    if (!granted.ok) throw new Error(granted.reason);
    comers.push({ memberId, familyName, number, session: await openDesk(staffId, now) });
  }
  const itemId = await addReward(actor, { points: EARNED, stock: 1 });
  return { comers, itemId, activityId: open.value.id };
}

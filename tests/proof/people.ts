import { closeDatabase, db } from "@/db/client";
import { memberSessions } from "@/db/schema";
import { createActivity } from "@/lib/activities/create-activity";
import { cityNow } from "@/lib/clock/city-now";
import { issueCode } from "@/lib/codes/issue-code";
import { env } from "@/lib/env";
import { admitMember } from "@/lib/members/admit-member";
import { createProgramme } from "@/lib/programmes/create-programme";
import { addDays, cityDay } from "@/lib/shared/city-time";
import { newId } from "@/lib/shared/ids";
import { hashSecret } from "@/lib/shared/keyed-hash";
import type { Result } from "@/lib/shared/result";
import { seal } from "@/lib/shared/seal";
import { createShop } from "@/lib/shops/create-shop";
import { addStaff } from "@/lib/staff/add-staff";
import { createApprovedProgramme } from "../support/approved-programme";
import { signUpMember } from "../support/registered";
import { activityPlan, programmePlan, shopPlan } from "../support/staff-fixtures";
import { EARNED } from "./amounts";
import { openCounter } from "./counter-people";
import { openDesk } from "./desk";

// Loaded by run.ts once the served city's settings are known: an open book's offers and citizens, made through the use cases.
const HOUR = 60 * 60 * 1000;
const ACTIVITIES = 6;
const CROWD = 6;
const DRAFTS = 3;

/** `session` is what the member's cookie holds. */
export type Citizen = { memberId: string; session: string };

function done<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`what the proof needs was refused: ${result.reason}`);
  return result.value;
}

const now = await cityNow();
const at = (hours: number) => new Date(now.getTime() + hours * HOUR);
const { staffId, sectionId } = await addStaff(
  { name: "狛江 花子", section: "健康推進課", email: "proof@example.jp", roles: ["programme", "approver"] },
  now,
);
const actor = { staffId, requestId: "proof", scope: "everywhere" } as const;
const frame = { startsOn: addDays(cityDay(now), -30), endsOn: addDays(cityDay(now), 300), budget: 900_000 };
const second = { name: "狛江 次郎", section: "政策室", email: "second@example.jp", roles: ["approver" as const] };
const approver = { staffId: (await addStaff(second, now)).staffId, requestId: "proof" };
const programmeId = await createApprovedProgramme(programmePlan(sectionId, frame), actor, approver, now);

/** A programme that comes with a draft of its budget, which waits for a second person. */
async function draft(): Promise<string> {
  const made = done(await createProgramme(programmePlan(sectionId, frame), actor, now));
  if (!made.draft) throw new Error("a programme came with no draft of its budget");
  return made.draft.id;
}

async function offer(): Promise<string> {
  const window = { startsAt: at(-2), endsAt: at(6), opensAt: at(-2), closesAt: at(6), points: EARNED };
  const activityId = done(await createActivity(activityPlan(programmeId, window), actor, at(-48))).id;
  return done(await issueCode({ activityId }, actor, at(-1))).token;
}

async function citizen(): Promise<Citizen> {
  const [email, session] = [`${newId()}@example.jp`, newId()];
  const proven = { emailIndex: hashSecret(email), emailEncrypted: seal(env.FIELD_KEYS, email) };
  const memberId = await db.transaction((tx) => admitMember(tx, proven, now));
  await signUpMember(memberId, now);
  const row = { tokenHash: hashSecret(session), memberId, createdAt: now, expiresAt: at(24) };
  await db.insert(memberSessions).values(row);
  return { memberId, session };
}

async function several<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  while (made.length < count) made.push(await make());
  return made;
}

const shopId = done(await createShop(shopPlan(), actor, now)).id;
const shop = done(await issueCode({ shopId }, actor, at(-1))).token;
const third = { ...second, name: "狛江 三郎", email: "third@example.jp" };
export const people = {
  /** Who asks, who may approve, and what waits. */
  office: {
    maker: staffId,
    checkers: [approver.staffId, (await addStaff(third, now)).staffId],
    drafts: await several(DRAFTS, draft),
  },
  /** The tokens of the codes. */
  offers: await several(ACTIVITIES, offer),
  shop,
  scanner: await citizen(),
  payer: await citizen(),
  crowd: await several(CROWD, citizen),
  counter: await openCounter({ actor: { ...actor, sectionId }, programmeId, now }),
  desk: await openDesk(now),
};
await closeDatabase();

export type People = typeof people;

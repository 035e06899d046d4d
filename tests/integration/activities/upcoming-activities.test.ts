import { beforeAll, expect, test } from "vitest";
import { listUpcomingActivities } from "@/lib/activities/queries";
import { claimPoints } from "@/lib/claims/claim-points";
import { getTownTotal } from "@/lib/programmes/queries";
import { adminSql } from "../../support/database";
import {
  AT,
  makeActivity,
  makeMember,
  makeOffer,
  makeProgramme,
  makeStaff,
  type TestStaff,
} from "../../support/fixtures";

const admin = adminSql();
let staff: TestStaff;
let programmeId: string;
beforeAll(async () => {
  staff = await makeStaff();
  programmeId = await makeProgramme(staff);
});

const hours = (count: number) => new Date(AT.getTime() + count * 3_600_000);
const between = (from: number, until: number) => ({
  startsAt: hours(from),
  endsAt: hours(until),
  opensAt: hours(from),
  closesAt: hours(until),
});

test("this week shows what goes on or begins within seven days of the city, first what is over first, and nothing that is over or cancelled", async () => {
  const going = await makeActivity(staff, programmeId, between(-2, 1));
  await makeActivity(staff, programmeId, between(-3, -1));
  const cancelled = await makeActivity(staff, programmeId, between(2, 3));
  await admin`update activities set cancelled_at = now() where id = ${cancelled}`;
  const lastMinute = {
    ...between(24, 26),
    startsAt: new Date("2026-05-09T14:59:00Z"),
    opensAt: new Date("2026-05-09T14:59:00Z"),
  };
  const late = { endsAt: new Date("2026-05-09T16:00:00Z"), closesAt: new Date("2026-05-09T16:00:00Z") };
  const last = await makeActivity(staff, programmeId, { ...lastMinute, ...late });
  await makeActivity(staff, programmeId, { ...lastMinute, ...late, startsAt: new Date("2026-05-09T15:00:00Z") });
  const tomorrow = await makeActivity(staff, programmeId, between(24, 26));
  expect((await listUpcomingActivities(AT, 10)).map(({ id }) => id)).toEqual([going, tomorrow, last]);
  expect((await listUpcomingActivities(AT, 2)).map(({ id }) => id)).toEqual([going, tomorrow]);
});

test("the town's total grows with every grant", async () => {
  const { token } = await makeOffer(staff, { activity: { points: 70 } });
  const { memberId } = await makeMember();
  const before = await getTownTotal();
  await claimPoints({ token, memberId, at: AT });
  expect(await getTownTotal()).toBe(before + 70);
});

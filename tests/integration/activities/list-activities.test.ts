import { expect, test } from "vitest";
import { type ActivityState, listActivities } from "@/lib/activities/queries";
import { PAGE_SIZE } from "@/lib/shared/page";
import { adminSql } from "../../support/database";
import { makeActivity, makeProgramme, makeStaff } from "../../support/fixtures";
import { MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();

test.each<[string, ActivityState | undefined]>([
  ["latest first", undefined],
  ["soonest first", "coming"],
])(
  "the list goes on by key, %s, every activity once, also where many begin within one millisecond",
  async (_, state) => {
    const staff = await makeStaff();
    const programmeId = await makeProgramme(staff);
    const filter = { programmeId, state, at: MAY_DAY, scope: "everywhere" } as const;
    const made: string[] = [];
    for (let count = 0; count <= PAGE_SIZE + 1; count += 1) made.push(await makeActivity(staff, programmeId));
    await admin`update activities set starts_at = starts_at + (random() * 900)::int * interval '1 microsecond' where programme_id = ${programmeId}`;
    const first = await listActivities(filter);
    const second = await listActivities(filter, first.next ?? undefined);
    expect(first.rows).toHaveLength(PAGE_SIZE);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id))).toEqual(new Set(made));
    expect(second.next).toBeNull();
  },
);

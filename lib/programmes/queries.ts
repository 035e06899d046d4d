import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { budgetSlices, programmes } from "@/db/schema";
import type { CityDay } from "@/lib/shared/city-time";

/** Budget and what of it is granted, in points, as a subquery of one programme's row. */
const allotted =
  sql<number>`(select coalesce(sum(allotted), 0) from ${budgetSlices} where programme_id = ${programmes.id})`.mapWith(
    Number,
  );

export type ProgrammeFrame = { startsOn: CityDay; endsOn: CityDay; budget: number };

/** What an activity must fit into: the programme's period and its budget in points. */
export async function findProgrammeFrame(id: string): Promise<ProgrammeFrame | undefined> {
  const [frame] = await db
    .select({ startsOn: programmes.startsOn, endsOn: programmes.endsOn, budget: allotted })
    .from(programmes)
    .where(eq(programmes.id, id));
  return frame;
}

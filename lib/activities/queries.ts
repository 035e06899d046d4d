import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { activities } from "@/db/schema";

/** When an activity's code stops granting; undefined where there is no such activity. */
export async function findActivityWindow(
  id: string,
): Promise<{ closesAt: Date; cancelledAt: Date | null } | undefined> {
  const [window] = await db
    .select({ closesAt: activities.closesAt, cancelledAt: activities.cancelledAt })
    .from(activities)
    .where(eq(activities.id, id));
  return window;
}

import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { findPostingRefusal } from "./decide-refusal";

/** Sets a programme's hard ceiling, in points. Refuses `budget_below_used` where more has been granted already. */
export async function setBudget(
  database: Database,
  programmeId: string,
  points: number,
): Promise<Result<null, "budget_below_used">> {
  try {
    await database.execute(sql`select set_budget(${programmeId}::uuid, ${points}::bigint)`);
    return ok(null);
  } catch (thrown) {
    if (findPostingRefusal(thrown) === "budget_below_used") return refuse("budget_below_used");
    throw thrown;
  }
}

import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** The owner's account in the current book, opened on the first call; a member's comes with an empty wallet. */
export async function openAccount(
  database: Database,
  kind: "member" | "programme" | "shop" | "reward" | "merge",
  ownerId: string,
): Promise<number> {
  const [row] = await database.execute<{ id: string }>(sql`select open_account(${kind}, ${ownerId}::uuid) as id`);
  if (!row) throw new Error("open_account returned no row");
  return Number(row.id);
}

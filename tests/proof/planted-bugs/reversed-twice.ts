import { reversedOnce } from "../checks/reversed-once";
import { type PlantedBug, rewrite } from "../plant";

export const reversedTwice: PlantedBug = {
  name: "nothing keeps a transfer from being reversed again",
  caughtBy: reversedOnce.name,
  async plant(sql) {
    await sql`drop index transfers_reversed_once`;
    await rewrite(sql, "reverse_transfer", /if exists \(select from transfers where reverses_id[^;]*;\s*end if;/, "");
  },
};

import { drain } from "../checks/drain";
import { type PlantedBug, rewrite } from "../plant";

export const mayGoBelowZero: PlantedBug = {
  name: "neither the posting nor the table keeps a wallet above zero",
  caughtBy: drain.name,
  async plant(sql) {
    await sql`alter table wallets drop constraint wallets_never_negative, drop constraint wallets_held_within_balance`;
    await rewrite(sql, "take_points", /if wallet\.balance[^;]*;\s*end if;/, "");
    await rewrite(sql, "take_lots", /if missing > 0 then[^;]*;\s*end if;/, "");
    await sql`drop trigger transfer_matches_lots on transfers`;
  },
};

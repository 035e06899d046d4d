import { drain } from "../checks/drain";
import { type PlantedBug, rewrite } from "../plant";

export const lockAfterRead: PlantedBug = {
  name: "the wallet is locked after its balance was read",
  caughtBy: drain.name,
  plant: (sql) =>
    rewrite(
      sql,
      "lock_wallet",
      /select \* into wallet from wallets where account_id = p_account for update;\s*(if not found[^;]*;\s*end if;)/,
      `select * into wallet from wallets where account_id = p_account; $1
       perform from wallets where account_id = p_account for update;`,
    ),
};

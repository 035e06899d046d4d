import { twins } from "../checks/twins";
import { type PlantedBug, rewrite } from "../plant";

export const noWalletLock: PlantedBug = {
  name: "a posting does not lock the wallet",
  caughtBy: twins.name,
  plant: (sql) => rewrite(sql, "lock_wallet", " for update", ""),
};

import { allowedWays } from "../checks/allowed-ways";
import { type PlantedBug, rewrite } from "../plant";

export const anyWayAllowed: PlantedBug = {
  name: "a transfer may go any way",
  caughtBy: allowedWays.name,
  plant: (sql) => rewrite(sql, "guard_transfer", /if way\.route is null[^;]*;\s*end if;/, ""),
};

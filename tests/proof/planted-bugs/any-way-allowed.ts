import { type PlantedBug, rewrite } from "../plant";

export const anyWayAllowed: PlantedBug = {
  name: "a transfer may go any way",
  plant: (sql) => rewrite(sql, "guard_transfer", /if way\.route is null[^;]*;\s*end if;/, ""),
};

import { twins } from "../checks/twins";
import { type PlantedBug, rewrite } from "../plant";

export const bodyNotCompared: PlantedBug = {
  name: "the same event key with another body passes for a repeat",
  caughtBy: twins.name,
  plant: (sql) => rewrite(sql, "find_posted", /if found and[^;]*;\s*end if;/, ""),
};

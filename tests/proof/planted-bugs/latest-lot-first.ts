import { type PlantedBug, rewrite } from "../plant";

export const latestLotFirst: PlantedBug = {
  name: "the points that expire last are spent first",
  plant: (sql) => rewrite(sql, "take_lots", "order by expires_on", "order by expires_on desc"),
};

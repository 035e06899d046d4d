import { earliestFirst } from "../checks/earliest-first";
import { type PlantedBug, rewrite } from "../plant";

export const latestLotFirst: PlantedBug = {
  name: "the points that expire last are spent first",
  caughtBy: earliestFirst.name,
  plant: (sql) => rewrite(sql, "take_lots", "order by expires_on", "order by expires_on desc"),
};

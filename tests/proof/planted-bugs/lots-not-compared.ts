import { allowedWays } from "../checks/allowed-ways";
import type { PlantedBug } from "../plant";

export const lotsNotCompared: PlantedBug = {
  name: "a transfer is not compared with its lots",
  caughtBy: allowedWays.name,
  plant: (sql) => sql`drop trigger transfer_matches_lots on transfers`,
};

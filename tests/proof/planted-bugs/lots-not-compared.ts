import type { PlantedBug } from "../plant";

export const lotsNotCompared: PlantedBug = {
  name: "a transfer is not compared with its lots",
  plant: (sql) => sql`drop trigger transfer_matches_lots on transfers`,
};

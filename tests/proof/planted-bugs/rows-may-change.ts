import type { PlantedBug } from "../plant";

export const rowsMayChange: PlantedBug = {
  name: "the trigger that keeps transfers as they are is gone",
  plant: (sql) => sql`drop trigger append_only on transfers`,
};

import { changeRefused } from "../checks/change-refused";
import type { PlantedBug } from "../plant";

export const rowsMayChange: PlantedBug = {
  name: "the trigger that keeps transfers as they are is gone",
  caughtBy: changeRefused.name,
  plant: (sql) => sql`drop trigger append_only on transfers`,
};

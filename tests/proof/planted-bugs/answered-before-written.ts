import { SURVIVES_CRASH } from "../checks/survives-crash";
import type { PlantedBug } from "../plant";

export const answeredBeforeWritten: PlantedBug = {
  name: "the app's role answers before its commit is on the disk",
  caughtBy: SURVIVES_CRASH,
  plant: (sql, database) => sql.unsafe(`alter role komapo_app in database ${database} set synchronous_commit = off`),
};

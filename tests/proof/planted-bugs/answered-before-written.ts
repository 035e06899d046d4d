import type { PlantedBug } from "../plant";

export const answeredBeforeWritten: PlantedBug = {
  name: "the app's role answers before its commit is on the disk",
  plant: (sql, database) => sql.unsafe(`alter role komapo_app in database ${database} set synchronous_commit = off`),
};

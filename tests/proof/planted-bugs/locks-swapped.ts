import { noDeadlock } from "../checks/no-deadlock";
import { type PlantedBug, rewrite } from "../plant";

export const locksSwapped: PlantedBug = {
  name: "a correction takes the budget's locks before the wallet's",
  caughtBy: noDeadlock.name,
  plant: (sql) =>
    rewrite(
      sql,
      "reverse_transfer",
      "wallet := lock_wallet(",
      `perform lock_slices((select programme_id from lots where transfer_id = original.id));
       wallet := lock_wallet(`,
    ),
};

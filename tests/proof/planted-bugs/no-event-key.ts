import { twins } from "../checks/twins";
import { type PlantedBug, replaceBody } from "../plant";

export const noEventKey: PlantedBug = {
  name: "the event key is neither looked up nor unique",
  caughtBy: twins.name,
  async plant(sql) {
    await replaceBody(sql, "find_posted", "begin return null; end");
    await sql`alter table transfers drop constraint transfers_event_key`;
  },
};

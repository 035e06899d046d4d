import type { Sql } from "postgres";
import type { ServedCity } from "../support/server";
import type { People } from "./people";
import type { Workshop } from "./workshop";

/** Where promises are put to the proof: the built app on a durable book of its own, and a cluster for bugs apart from it. */
export interface Proof {
  city: ServedCity;
  /** The city's database as superuser, to look and to tamper. */
  admin: Sql;
  people: People;
  workshop: Workshop;
}

/** One line of the proof. `run` throws where the promise is broken, and may answer with a word on what was seen. */
export interface Promised {
  name: string;
  run(proof: Proof): Promise<string | undefined>;
}

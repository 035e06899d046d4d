import { migrateDatabase } from "../../db/migrate";
import { onServer, startTestCluster } from "../support/cluster";
import { type Copy, onCopy } from "./copy";

const TEMPLATE = "komapo_template";

/** A durable cluster of its own where bugs are planted and servers killed, apart from the city that is served. */
export interface Workshop {
  dir: string;
  /** Does `work` on a fresh copy of a migrated database. */
  onCopy<T>(work: (copy: Copy) => Promise<T>): Promise<T>;
  stop(): void;
}

export async function openWorkshop(): Promise<Workshop> {
  const server = await startTestCluster({ fast: false });
  try {
    await onServer(server.url, (sql) => sql.unsafe(`create database ${TEMPLATE}`));
    await migrateDatabase(`${server.url}/${TEMPLATE}`);
  } catch (thrown) {
    server.stop();
    throw thrown;
  }
  return { dir: server.dir, onCopy: (work) => onCopy(server.url, TEMPLATE, work), stop: server.stop };
}

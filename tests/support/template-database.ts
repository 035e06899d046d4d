import type { TestProject } from "vitest/node";
import { migrateDatabase } from "../../db/migrate";
import { onServer, startTestCluster } from "./cluster";

declare module "vitest" {
  interface ProvidedContext {
    /** The test cluster's superuser address, without a database name. */
    serverUrl: string;
  }
}

export const TEMPLATE = "komapo_template";

/** Once per run: one fast cluster with one migrated template; each test file works on a copy of it. */
export async function setup(project: TestProject): Promise<() => void> {
  const server = await startTestCluster({ fast: true });
  try {
    await onServer(server.url, (sql) => sql.unsafe(`create database ${TEMPLATE}`));
    await migrateDatabase(`${server.url}/${TEMPLATE}`);
  } catch (thrown) {
    server.stop();
    throw thrown;
  }
  project.provide("serverUrl", server.url);
  return server.stop;
}

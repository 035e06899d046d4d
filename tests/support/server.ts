import { mkdirSync } from "node:fs";
import path from "node:path";
import { type RunningApp, startApp } from "../../db/demo/app";
import { ensureBuilt } from "../../db/demo/build";
import { startMailbox } from "../../db/demo/mailbox";
import { runSeed } from "../../db/demo/seed";
import { freePort } from "../../db/embedded";
import { migrateDatabase, openFirstBook } from "../../db/migrate";
import { checkout } from "../../db/postgres-binaries";
import { onServer, startTestCluster } from "./cluster";
import { testEnvironment } from "./test-environment";

export interface ServedCity {
  origin: string;
  /** The page of the mailbox; see support/mailbox.ts. */
  mailbox: string;
  /** The database as the app, and as the superuser, sees it. */
  appUrl: string;
  adminUrl: string;
  /** The app's environment, for another process that shall act on the same book. */
  env: NodeJS.ProcessEnv;
  /** The app's process group now: for tests that kill it. */
  pid(): number;
  /** Starts the app again on the same port, ending it first where it still runs. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const NAME = "komapo";
const logs = path.join(checkout, "test-results");

const appEnvironment = (appUrl: string, smtpUrl: string, port: number): NodeJS.ProcessEnv => ({
  ...process.env,
  ...testEnvironment,
  LOG_LEVEL: "warn",
  DATABASE_URL: appUrl,
  SMTP_URL: smtpUrl,
  APP_ORIGIN: `http://localhost:${port}`,
});

type CityOptions = {
  seeded?: boolean;
  book?: "demo" | "closed_test";
  group?: (pid: number) => void;
  env?: Record<string, string | undefined>;
};

/**
 * The built app (built when its sources changed) on a durable throwaway cluster of its own, migrated, with the demo's data,
 * or on an empty book, a demo one unless said, where `seeded` is false. `group` hears of each process group, for those who must end everything on a signal.
 */
export async function serveCity(options: CityOptions = {}): Promise<ServedCity> {
  const server = await startTestCluster({ fast: false });
  const mailbox = await startMailbox();
  const adminUrl = `${server.url}/${NAME}`;
  const appUrl = adminUrl.replace("postgres@", "komapo_app@");
  const port = await freePort();
  const env = { ...appEnvironment(appUrl, mailbox.smtpUrl, port), ...options.env };
  let app: RunningApp | undefined;
  const group = options.group ?? (() => undefined);
  const start = async () => {
    mkdirSync(logs, { recursive: true });
    app = await startApp(port, env, path.join(logs, `app-${port}.log`), group);
    return app;
  };
  const stop = async () => {
    await app?.stop();
    await mailbox.stop();
    server.stop();
  };
  try {
    await onServer(server.url, (sql) => sql.unsafe(`create database ${NAME}`));
    await migrateDatabase(adminUrl);
    if (options.seeded === false) await openFirstBook(adminUrl, options.book ?? "demo");
    else await runSeed({ ...env, MIGRATION_DATABASE_URL: adminUrl }, group);
    await ensureBuilt(env, group);
    const { origin } = await start();
    const restart = async () => {
      await app?.stop();
      await start();
    };
    return { origin, mailbox: mailbox.pageUrl, appUrl, adminUrl, env, pid: () => app?.pid ?? 0, restart, stop };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}

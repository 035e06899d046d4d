import { type ChildProcess, fork } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { migrateDatabase } from "../../db/migrate";
import { onServer, startTestCluster } from "../support/cluster";
import { killPostgres, startKilledPostgres } from "../support/kill-postgres";
import { countWrongs, type Wrongs } from "./count-wrongs";
import { crashBackend } from "./crash";
import { fillHammerBook } from "./hammer-book";
import type { HammerAnswer } from "./hammer-plan";

const NAME = "hammer";
const worker = fileURLToPath(new URL("hammer-worker.ts", import.meta.url));
const asApp = (url: string) => `${url.replace("postgres@", "komapo_app@")}/${NAME}`;

export type Hammered = { wrongs: Wrongs; answered: number; posted: number; kills: number };

function startWorker(): ChildProcess {
  return fork(worker, [], {
    execArgv: ["--conditions=react-server", "--import", "tsx"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

/**
 * So many processes post the same events over and over for so many seconds, each event several times at once, on a durable Postgres
 * that is killed `kills` times meanwhile; then every answer that was given is held against the ledger.
 */
export async function hammer({
  processes,
  seconds,
  kills,
}: {
  processes: number;
  seconds: number;
  kills: number;
}): Promise<Hammered> {
  const server = await startTestCluster({ fast: false });
  const workers: ChildProcess[] = [];
  try {
    await onServer(server.url, (sql) => sql.unsafe(`create database ${NAME}`));
    await migrateDatabase(`${server.url}/${NAME}`);
    const admin = postgres(`${server.url}/${NAME}`, { max: 1, onnotice: () => undefined });
    const book = await fillHammerBook(admin);
    await admin.end();

    const answers: HammerAnswer[] = [];
    workers.push(...Array.from({ length: processes }, startWorker));
    const ended = workers.map((child) => new Promise((resolve) => child.once("exit", resolve)));
    const posting = workers.map((child) => new Promise((resolve) => child.once("message", resolve)));
    for (const child of workers) {
      child.on("message", (answer: HammerAnswer) => answers.push(answer));
      child.send({ url: asApp(server.url), book });
    }
    // The seconds count from when all of them post: on a busy machine a process takes many of them to start.
    await Promise.all(posting);
    for (let kill = 0; kill < kills; kill += 1) {
      await wait((seconds * 1000) / (kills + 1));
      if (kill % 3 === 2) {
        await killPostgres(server.dir);
        startKilledPostgres(server.dir);
      } else await crashBackend(server.url, NAME);
    }
    await wait((seconds * 1000) / (kills + 1));
    for (const child of workers) child.send("stop");
    await Promise.all(ended);
    return { ...(await countWrongs(`${server.url}/${NAME}`, book, answers)), answered: answers.length, kills };
  } finally {
    for (const child of workers) child.kill("SIGKILL");
    server.stop();
  }
}

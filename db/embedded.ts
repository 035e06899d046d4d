import { spawnSync } from "node:child_process";
import { accessSync, chownSync, constants, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { findBinaries, placeData, type ServerAccount, serverAccount } from "./postgres-binaries";

const CONNECTIONS = 120;
const NOT_DURABLE = ["-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off"];

type Cluster = { dir: string; bin: string; account: ServerAccount };

export interface EmbeddedPostgres {
  /** `postgres://postgres@127.0.0.1:<port>`: the superuser's address, without a database name. */
  url: string;
  dir: string;
  /** A server that an earlier run left behind was taken over. */
  reused: boolean;
  /** Ends the server and waits for it. */
  stop(): void;
}

/** A port that is free now: `wanted`, or another one when it is taken. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", (error) => (wanted === 0 ? reject(error) : freePort().then(resolve, reject)));
    probe.listen(wanted, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1");
    const end = (connected: boolean) => () => {
      socket.destroy();
      resolve(connected);
    };
    socket.once("connect", end(true));
    socket.once("error", end(false));
    socket.setTimeout(2000, end(false));
  });
}

/** The account's own PG… settings would lead our commands to another server. */
function environment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: "C" };
  for (const name of Object.keys(env)) if (name.startsWith("PG")) delete env[name];
  return env;
}

function run(cluster: Cluster, command: string, args: string[]): void {
  const done = spawnSync(path.join(cluster.bin, command), args, {
    ...cluster.account,
    cwd: "/",
    env: environment(),
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (done.status === 0) return;
  throw new Error(`${command} failed: ${(done.stderr || done.error?.message || `exit ${done.status}`).trim()}`);
}

function createCluster(cluster: Cluster, fast: boolean): void {
  const { dir, account } = cluster;
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (account.uid !== undefined) chownSync(dir, account.uid, account.gid);
  const options = ["-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C", "--data-checksums"];
  run(cluster, "initdb", ["-D", dir, ...options, "--no-instructions", ...(fast ? ["--no-sync"] : [])]);
}

function refuseForeignFolder(dir: string): void {
  try {
    if (existsSync(dir)) accessSync(dir, constants.R_OK | constants.X_OK);
  } catch {
    throw new Error(`The database in ${dir} belongs to another account: run as that account, or remove the folder.`);
  }
}

function refuseForeignVersion({ dir, bin, account }: Cluster): void {
  const has = readFileSync(path.join(dir, "PG_VERSION"), "utf8").trim();
  const said = spawnSync(path.join(bin, "postgres"), ["--version"], { ...account, cwd: "/", encoding: "utf8" }).stdout;
  const runs = /\d+/.exec(said)?.[0];
  if (has !== runs) throw new Error(`The database in ${dir} was made by Postgres ${has}, these binaries are ${runs}.`);
}

/** Process id and port of the server on this folder, dead or alive. */
function readPidFile(dir: string): { pid: number; port: number } | undefined {
  const file = path.join(dir, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/** In a restarted container the old server's process id may be another program's, and Postgres would refuse to start. */
function isPostgres(pid: number): boolean {
  if (!existsSync("/proc/self/comm")) return true;
  const name = `/proc/${pid}/comm`;
  return existsSync(name) && /^(postgres|postmaster)/.test(readFileSync(name, "utf8"));
}

/** A server that a killed run left behind goes on serving: take it over. */
async function findRunning(dir: string): Promise<number | undefined> {
  const left = readPidFile(dir);
  if (!left) return undefined;
  if (!isPostgres(left.pid)) rmSync(path.join(dir, "postmaster.pid"));
  else if (await answers(left.port)) return left.port;
  return undefined;
}

async function startServer(cluster: Cluster, fast: boolean, triesLeft = 3): Promise<number> {
  const port = await freePort();
  const always = [`-p ${port}`, "-c listen_addresses=127.0.0.1", "-c unix_socket_directories="];
  const options = [...always, `-c max_connections=${CONNECTIONS}`, ...(fast ? NOT_DURABLE : [])].join(" ");
  const log = path.join(cluster.dir, "server.log");
  try {
    run(cluster, "pg_ctl", ["-D", cluster.dir, "-w", "-t", "60", "-l", log, "-o", options, "start"]);
    return port;
  } catch (error) {
    const said = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n").slice(-12).join("\n") : String(error);
    if (triesLeft > 1 && said.includes("could not bind")) return startServer(cluster, fast, triesLeft - 1);
    throw new Error(`Postgres does not start:\n${said}`);
  }
}

function stopServer(cluster: Cluster, mode: "fast" | "immediate"): void {
  const left = readPidFile(cluster.dir);
  if (left && isPostgres(left.pid)) run(cluster, "pg_ctl", ["-D", cluster.dir, "-w", "-m", mode, "stop"]);
}

/**
 * A real Postgres without installation, for the demo and the tests; never for production.
 * Starts the server on `dir`, making the cluster first where there is none. `fast` gives up durability: for tests that
 * do not start the app.
 */
export async function startPostgres(wanted: {
  dir: string;
  fast?: boolean;
  say?: (line: string) => void;
}): Promise<EmbeddedPostgres> {
  const account = serverAccount();
  const { dir, moved } = placeData(path.resolve(wanted.dir), account);
  const fast = wanted.fast ?? false;
  const cluster = { dir, bin: findBinaries(account), account };
  if (moved) wanted.say?.(`The database's account cannot enter this folder, so the data is kept in ${dir}.`);
  refuseForeignFolder(dir);
  if (existsSync(path.join(dir, "PG_VERSION"))) refuseForeignVersion(cluster);
  else createCluster(cluster, fast);
  const running = await findRunning(dir);
  const port = running ?? (await startServer(cluster, fast));
  return {
    url: `postgres://postgres@127.0.0.1:${port}`,
    dir,
    reused: running !== undefined,
    stop: () => stopServer(cluster, "fast"),
  };
}

function clusterOn(asked: string): Cluster {
  const account = serverAccount();
  return { dir: placeData(path.resolve(asked), account).dir, bin: findBinaries(account), account };
}

/** Ends the server on `dir`, if one runs there. */
export function stopPostgres(dir: string): void {
  stopServer(clusterOn(dir), "fast");
}

/** Ends the server on `dir`, if one runs there, and removes its data. */
export function removeCluster(dir: string): void {
  const cluster = clusterOn(dir);
  stopServer(cluster, "immediate");
  rmSync(cluster.dir, { recursive: true, force: true });
}

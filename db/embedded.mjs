// A real Postgres without installation, for the demo and the tests; never for production. No dependencies: runs on Node 18.
import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { findBinaries, placeData, serverAccount } from "./postgres-binaries.mjs";

const CONNECTIONS = 120;
const NOT_DURABLE = ["-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off"];

/** A port that is free now; `wanted` when it is. */
export function freePort(wanted = 0) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", () =>
      wanted ? freePort().then(resolve, reject) : reject(new Error("No free port on this machine.")),
    );
    probe.listen(wanted, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1");
    socket.setTimeout(2000, () => socket.destroy());
    socket.once("connect", () => socket.end(() => resolve(true)));
    socket.once("error", () => resolve(false));
    socket.once("close", () => resolve(false));
  });
}

/** The account's own PG… settings would lead our commands to another server. */
function environment() {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("PG"));
  return { ...Object.fromEntries(own), LC_ALL: "C" };
}

function run(server, command, args) {
  const { bin, account } = server;
  const options = { ...account, cwd: "/", env: environment(), encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] };
  const done = spawnSync(path.join(bin, command), args, options);
  if (done.status === 0) return;
  throw new Error(`${command} failed: ${(done.stderr || done.error?.message || `exit ${done.status}`).trim()}`);
}

function createCluster(server, fast) {
  const { dir, account } = server;
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (account.uid !== undefined) chownSync(dir, account.uid, account.gid);
  const options = [
    "-U",
    "postgres",
    "--auth=trust",
    "-E",
    "UTF8",
    "--locale=C",
    "--data-checksums",
    "--no-instructions",
  ];
  run(server, "initdb", ["-D", dir, ...options, ...(fast ? ["--no-sync"] : [])]);
}

function refuseForeignCluster({ dir, bin, account }) {
  let has;
  try {
    has = readFileSync(path.join(dir, "PG_VERSION"), "utf8").trim();
  } catch {
    throw new Error(`The database in ${dir} belongs to another account: run as that account, or remove the folder.`);
  }
  const version = spawnSync(path.join(bin, "postgres"), ["--version"], {
    ...account,
    cwd: "/",
    encoding: "utf8",
  }).stdout;
  const runs = /(\d+)/.exec(version ?? "")?.[1];
  if (has !== runs) throw new Error(`The database in ${dir} was made by Postgres ${has}, these binaries are ${runs}.`);
}

/** Process id and port of the server on this folder, dead or alive. */
function readPidFile(dir) {
  const file = path.join(dir, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/** In a restarted container the old server's process id may be another program's; Postgres would refuse to start. */
function isPostgres(pid) {
  const name = `/proc/${pid}/comm`;
  if (!existsSync("/proc/self/comm")) return true;
  return existsSync(name) && /^(postgres|postmaster)/.test(readFileSync(name, "utf8"));
}

/** A server that a killed run left behind goes on serving: take it over. */
async function findRunning(server) {
  const left = readPidFile(server.dir);
  if (!left) return undefined;
  if (isPostgres(left.pid) && (await answers(left.port))) return left.port;
  if (!isPostgres(left.pid)) rmSync(path.join(server.dir, "postmaster.pid"));
  return undefined;
}

async function startServer(server, fast, triesLeft = 3) {
  const port = await freePort();
  const settings = [
    `-p ${port}`,
    "-c listen_addresses=127.0.0.1",
    "-c unix_socket_directories=",
    `-c max_connections=${CONNECTIONS}`,
  ];
  const options = [...settings, ...(fast ? NOT_DURABLE : [])].join(" ");
  const log = path.join(server.dir, "server.log");
  try {
    run(server, "pg_ctl", ["-D", server.dir, "-w", "-t", "60", "-l", log, "-o", options, "start"]);
  } catch (error) {
    const said = existsSync(log) ? readFileSync(log, "utf8").split("\n").slice(-20).join("\n") : "";
    if (triesLeft > 1 && said.includes("could not bind")) return startServer(server, fast, triesLeft - 1);
    throw new Error(`Postgres does not start: ${said || error.message}`);
  }
  return port;
}

/**
 * Starts the server on `dir`, making the cluster first where there is none.
 * `fast` gives up durability: for tests that do not start the app.
 * Resolves to the superuser's address without a database name, and `stop`, which ends the server and waits for it.
 */
export async function startPostgres({ dir, fast = false, say = () => {} }) {
  const account = serverAccount();
  const place = placeData(path.resolve(dir), account);
  const server = { dir: place.dir, bin: findBinaries(account), account };
  if (place.moved) say(`The database's account cannot enter this folder, so the data is kept in ${place.dir}.`);
  if (existsSync(path.join(server.dir, "PG_VERSION"))) refuseForeignCluster(server);
  else createCluster(server, fast);
  const running = await findRunning(server);
  const port = running ?? (await startServer(server, fast));
  return {
    url: `postgres://postgres@127.0.0.1:${port}`,
    dir: server.dir,
    reused: running !== undefined,
    stop: () => stopServer(server),
  };
}

function stopServer(server) {
  if (readPidFile(server.dir)) run(server, "pg_ctl", ["-D", server.dir, "-w", "-m", "fast", "stop"]);
}

/** Ends a server that an earlier run left on `dir` and removes its data. */
export function removeCluster(dir) {
  const account = serverAccount();
  const left = readPidFile(dir);
  const server = { dir, bin: findBinaries(account), account };
  if (left && isPostgres(left.pid)) run(server, "pg_ctl", ["-D", dir, "-w", "-m", "immediate", "stop"]);
  rmSync(dir, { recursive: true, force: true });
}

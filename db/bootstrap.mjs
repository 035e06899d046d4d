// First stage of `npm run demo` and `npm test`: runs on Node 18+ without a single dependency, installs what is missing,
// then hands over to the project's own Node 24 for the second stage, which is TypeScript.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const REQUIRED_NODE = 24;

const readPackages = (file) => JSON.parse(readFileSync(path.join(root, file), "utf8")).packages;

/** Is what npm installed what the lock file asks for? Optional packages of other systems are rightly absent. */
function isInstalled() {
  if (!existsSync(path.join(root, "node_modules/.package-lock.json"))) return false;
  const installed = readPackages("node_modules/.package-lock.json");
  return Object.entries(readPackages("package-lock.json")).every(([name, wanted]) => {
    if (name === "") return true;
    const has = installed[name];
    if (!has) return wanted.optional === true;
    return has.version === wanted.version && has.integrity === wanted.integrity;
  });
}

/** Stops with one sentence, and before it what the failed command said. */
function fail(sentence, said = "") {
  if (said) process.stderr.write(`${said.trimEnd().split("\n").slice(-15).join("\n")}\n`);
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function install() {
  process.stdout.write("Installing what is missing (npm ci) …\n");
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith("npm-cli.js") ? [process.execPath, [npm]] : ["npm", []];
  const options = { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] };
  const done = spawnSync(command, [...first, "ci", "--include=dev", "--include=optional"], options);
  if (done.error?.code === "ENOENT") fail("npm is not installed: it comes with Node from https://nodejs.org.");
  if (done.status !== 0) fail("npm ci failed, see above: the packages could not be installed.", done.stderr);
}

/** The Node that the lock file brings on Linux; elsewhere the running one, when it is new enough. */
function findNode() {
  const own = path.join(root, "node_modules/.bin/node");
  if (existsSync(own) && spawnSync(own, ["--version"]).status === 0) return own;
  if (Number(process.versions.node.split(".")[0]) >= REQUIRED_NODE) return process.execPath;
  return fail(`Node ${REQUIRED_NODE} or newer is needed; this is ${process.version}.`);
}

/** Parent and, where the system shows it, grandparent: npm's shell and npm. */
function ancestors() {
  try {
    const parent = readFileSync(`/proc/${process.ppid}/stat`, "utf8");
    return `${process.ppid} ${parent.split(") ").pop().split(" ")[1]}`;
  } catch {
    return String(process.ppid);
  }
}

/** npm hands a signal to its shell at best, which ends without handing it on: an orphan of npm has been told to end. */
function endWithNpm(end) {
  if (!process.env.npm_lifecycle_event) return;
  const before = ancestors();
  setInterval(() => ancestors() !== before && end(), 300).unref();
}

/** Runs the TypeScript file `stage` (from the project's root) with the same arguments; ends with its exit code. */
export function bootstrap(stage) {
  if (Number(process.versions.node.split(".")[0]) < 18) fail(`Node 18 or newer is needed; this is ${process.version}.`);
  if (!isInstalled()) install();
  const args = ["--conditions=react-server", "--import", "tsx", stage, ...process.argv.slice(2)];
  const child = spawn(findNode(), args, { cwd: root, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  endWithNpm(() => child.kill("SIGTERM"));
  child.on("error", (error) => fail(`The project's Node does not start: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (signal === "SIGINT" ? 2 : 15)));
}

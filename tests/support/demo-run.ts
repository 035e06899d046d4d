import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";
import { checkout } from "../../db/postgres-binaries";
import { testEnvironment } from "./test-environment";

export interface DemoRun {
  /** What it has printed so far. */
  lines: readonly string[];
  /** Resolves to the first line, printed or to come, that fits; rejects when the demo ends before. */
  prints(wanted: RegExp): Promise<string>;
  /** Every process that the demo is, or has noted that it started. */
  processes(): number[];
  /** Ctrl-C, as a terminal sends it: to the command and to its second stage. Resolves to the exit code, at once where it has ended. */
  interrupt(): Promise<number | null>;
}

/** What the tests set for themselves would lead the demo to another database, or `next build` to another build. */
function ownEnvironment(settings: Record<string, string>): NodeJS.ProcessEnv {
  const env = { ...process.env };
  const ours = [...Object.keys(testEnvironment), "MIGRATION_DATABASE_URL", "NODE_ENV", "NODE_OPTIONS"];
  for (const name of Object.keys(env)) if (ours.includes(name) || name.startsWith("VITEST")) delete env[name];
  return { ...env, ...settings };
}

/** Does something listen on this port? */
export async function isListening(port: number): Promise<boolean> {
  const socket = net.connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ECONNREFUSED") return false;
    throw thrown;
  } finally {
    socket.destroy();
  }
}

/** Process id and port of the demo's Postgres while it runs. */
export function readPostmaster(folder: string): { pid: number; port: number } | undefined {
  const file = path.join(folder, "pg", "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = readFileSync(file, "utf8").split("\n").map(Number);
  return { pid: pid ?? 0, port: port ?? 0 };
}

function listen(demo: ChildProcess): Pick<DemoRun, "lines" | "prints"> {
  const lines: string[] = [];
  if (!demo.stdout) throw new Error("The demo's output is not piped.");
  const output = createInterface({ input: demo.stdout });
  output.on("line", (line) => lines.push(line));
  const prints = (wanted: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const line = lines.find((printed) => wanted.test(printed));
        if (line !== undefined) resolve(line);
      };
      look();
      output.on("line", look);
      output.once("close", () => reject(new Error(`The demo ended without ${wanted}:\n${lines.join("\n")}`)));
    });
  return { lines, prints };
}

/** Starts the demo on a data folder of its own, in the process group of the run, so that it ends when the run is ended. */
export function startDemo(folder: string, settings: Record<string, string>): DemoRun {
  const env = ownEnvironment({ ...settings, DEMO_DATA_DIR: folder });
  const demo = spawn(process.execPath, ["db/demo.mjs"], { cwd: checkout, env, stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(demo, "exit");
  const note = path.join(folder, "demo.json");
  const processes = (): number[] => {
    if (!existsSync(note)) return [demo.pid ?? 0];
    const { demo: stage, groups } = JSON.parse(readFileSync(note, "utf8"));
    return [demo.pid ?? 0, stage, ...groups];
  };
  const interrupt = async () => {
    const [command, stage] = demo.exitCode === null && demo.signalCode === null ? processes() : [];
    for (const pid of [stage, command]) if (pid) process.kill(pid, "SIGINT");
    const [code] = await exited;
    return code;
  };
  return { ...listen(demo), processes, interrupt };
}

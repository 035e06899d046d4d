import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
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
  /** The command, which leads the group of all that it started, and every process that the demo has noted. */
  processes(): number[];
  /** Ctrl-C, as a terminal sends it: to the command and to all in its group, or what is left of it. Resolves to how the command ended. */
  interrupt(): Promise<number | NodeJS.Signals>;
  /** A signal that reaches the command and nobody else. Resolves when the command has ended, whatever else has. */
  endAlone(signal: NodeJS.Signals): Promise<void>;
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

/** Reaches whatever is left of a group; nothing may be. */
function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== "ESRCH") throw thrown;
  }
}

/** A group of its own is not reached by what ends the test's own: so it is ended with the test's process. */
function endWithTest(group: number): () => void {
  const end = () => signalGroup(group, "SIGTERM");
  const leave = () => {
    end();
    // Vitest takes process.exit away; heard a second time, the signal does what it does.
    process.kill(process.pid, "SIGTERM");
  };
  process.once("exit", end).once("SIGTERM", leave);
  return () => process.off("exit", end).off("SIGTERM", leave);
}

const commands = { npm: ["npm", "run", "demo"], node: [process.execPath, "db/demo.mjs"] } as const;

/** The demo as a user at a terminal starts it, in a process group of its own, on a data folder of its own. */
export function startDemo(folder: string, settings: Record<string, string>, by: keyof typeof commands): DemoRun {
  const [command, ...args] = commands[by];
  const env = ownEnvironment({ ...settings, DEMO_DATA_DIR: folder });
  const stdio: StdioOptions = ["ignore", "pipe", "inherit"];
  const demo = spawn(command, args, { cwd: checkout, env, stdio, detached: true });
  const { pid } = demo;
  if (pid === undefined) throw new Error(`${command} does not start.`);
  const exited = once(demo, "exit");
  const letGo = endWithTest(pid);
  const note = path.join(folder, "demo.json");
  const processes = (): number[] => {
    if (!existsSync(note)) return [pid];
    const { demo: stage, groups } = JSON.parse(readFileSync(note, "utf8"));
    return [pid, stage, ...groups];
  };
  const interrupt = async () => {
    signalGroup(pid, "SIGINT");
    const [code, signal] = await exited;
    letGo();
    return code ?? signal;
  };
  const endAlone = async (signal: NodeJS.Signals) => {
    process.kill(pid, signal);
    await exited;
  };
  return { ...listen(demo), processes, interrupt, endAlone };
}

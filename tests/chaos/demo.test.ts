import { once } from "node:events";
import { rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { removeCluster } from "@/db/embedded";
import { makeRunFolder } from "../support/cluster";
import { type DemoRun, isListening, readPostmaster, startDemo } from "../support/demo-run";
import { findRunning } from "../support/process-table";

/** The seed and, where nobody has built before, the build. */
const FIRST_START_MS = 1_200_000;

const folder = makeRunFolder();
const taken = createServer();
const running: DemoRun[] = [];
let port = 0;

/** Resolves when it serves. */
async function start(by: "npm" | "node"): Promise<DemoRun> {
  const demo = startDemo(folder, { PORT: String(port) }, by);
  running.push(demo);
  await demo.prints(/Ctrl-C ends the demo/);
  return demo;
}

const current = (): DemoRun => {
  const demo = running.at(-1);
  if (!demo) throw new Error("no demo was started");
  return demo;
};

/** In the order in which it prints them. */
const addresses = () => current().lines.flatMap((line) => line.match(/https?:\/\/\S+/g) ?? []);

async function expectHome(): Promise<void> {
  const [home = ""] = addresses();
  const answer = await fetch(home, { redirect: "manual" });
  const page = await answer.text();
  const words = page.replaceAll(/<script[\s\S]*?<\/script>|<head[\s\S]*?<\/head>|<[^>]+>/g, " ");
  expect(answer.status).toBe(200);
  expect(words).toContain("こまポ");
  expect(words).toContain("ポイント");
}

/** Runs `end` on a demo that serves, and expects that what served is gone. */
async function expectNothingLeft(end: () => Promise<void>): Promise<void> {
  const postmaster = readPostmaster(folder);
  const processes = [...current().processes(), postmaster?.pid ?? 0];
  const ports = [...addresses().map((address) => Number(new URL(address).port)), postmaster?.port ?? 0];
  const before = findRunning(processes);
  expect(before.length, "command, second stage, app and Postgres").toBeGreaterThanOrEqual(4);
  expect(await Promise.all(ports.map(isListening))).not.toContain(false);
  await end();
  // What is not a child of ours ends when it ends, and nobody but the system is told: Postgres, and all of it where npm is gone first.
  await expect.poll(() => findRunning([...processes, ...before]), { timeout: 30_000 }).toEqual([]);
  expect(await Promise.all(ports.map(isListening))).not.toContain(true);
}

beforeAll(async () => {
  await once(taken.listen(0), "listening");
  port = (taken.address() as AddressInfo).port;
  await start("npm");
}, FIRST_START_MS);

afterAll(async () => {
  taken.close();
  for (const demo of running) await demo.interrupt();
  removeCluster(path.join(folder, "pg"));
  rmSync(folder, { recursive: true });
});

test("a demo whose port is taken says so and takes another, and the first address it prints is the citizen's home there", async () => {
  const said = await current().prints(new RegExp(`^Port ${port} is taken`));
  const other = /so port (\d+) is used\.$/.exec(said)?.[1];
  expect(Number(other)).not.toBe(port);
  expect(addresses()[0]).toBe(`http://localhost:${other}/`);
  await expectHome();
});

test("Ctrl-C ends `npm run demo` and leaves no process and no listening port", async () => {
  expect(current().lines).toContain("Making the demo's data …");
  // A shell of npm's that dies of Ctrl-C takes npm along before the demo has ended; another waits for it.
  await expectNothingLeft(async () => expect([0, "SIGINT"]).toContain(await current().interrupt()));
});

test("started again without npm it makes no data, serves home, and Ctrl-C ends it with 0 as well", async () => {
  await start("node");
  expect(current().lines).not.toContain("Making the demo's data …");
  await expectHome();
  await expectNothingLeft(async () => expect(await current().interrupt()).toBe(0));
});

test.each(["SIGTERM", "SIGKILL"] as const)("a demo whose npm alone is ended by %s ends with it", async (signal) => {
  await start("npm");
  await expectNothingLeft(() => current().endAlone(signal));
});

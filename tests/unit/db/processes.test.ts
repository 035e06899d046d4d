import { once } from "node:events";
import { expect, test } from "vitest";
import { commandOf, ended, startGroup, stopGroup } from "@/db/demo/processes";
import { freePort } from "@/db/embedded";

const isGroupAlive = (pid: number): boolean => {
  try {
    return process.kill(-pid, 0);
  } catch {
    return false;
  }
};

test("ending a group ends what its program started too", async () => {
  const child = startGroup("sh", ["-c", "sleep 100 & echo started; wait"], { stdio: ["ignore", "pipe", "ignore"] });
  const pid = child.pid ?? 0;
  if (child.stdout) await once(child.stdout, "data");
  expect(isGroupAlive(pid)).toBe(true);
  await stopGroup(pid);
  expect(isGroupAlive(pid)).toBe(false);
});

test("ending a group that is gone, or never was, does nothing", async () => {
  const child = startGroup("true", [], { stdio: "ignore" });
  await ended(child);
  await stopGroup(child.pid);
  await stopGroup(undefined);
});

test("a program's exit code is told, and a program that cannot start is an error", async () => {
  expect(await ended(startGroup("sh", ["-c", "exit 7"], { stdio: "ignore" }))).toBe(7);
  await expect(ended(startGroup("no-such-program", [], { stdio: "ignore" }))).rejects.toThrow("ENOENT");
});

test("a process is known by its command line, and nobody by none", () => {
  expect(commandOf(process.pid)).toContain("node");
  expect(commandOf(2 ** 30)).toBe("");
});

test("a wanted port is given when it is free, another one when it is taken", async () => {
  const { createServer } = await import("node:net");
  const taken = await freePort();
  expect(await freePort(taken)).toBe(taken);
  const server = createServer().listen(taken);
  await once(server, "listening");
  const other = await freePort(taken);
  server.close();
  expect(other).not.toBe(taken);
  expect(other).toBeGreaterThan(0);
});

import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { expect, onTestFinished, test } from "vitest";
import { removeCluster, startPostgres, stopPostgres } from "@/db/embedded";
import { serverAccount, temporaryFolder } from "@/db/postgres-binaries";

function makeFolder(): string {
  const folder = mkdtempSync(path.join(temporaryFolder(serverAccount()), "komapo embedded "));
  chmodSync(folder, 0o711);
  const data = path.join(folder, "pg");
  onTestFinished(() => {
    removeCluster(data);
    rmSync(folder, { recursive: true, force: true });
  });
  return data;
}

async function ask(url: string, query: string): Promise<unknown> {
  const sql = postgres(`${url}/postgres`, { max: 1 });
  const [row] = await sql.unsafe(query);
  await sql.end();
  return Object.values(row ?? {})[0];
}

test("the server starts on a path with spaces, is durable, and keeps its data over a restart", async () => {
  const dir = makeFolder();
  const first = await startPostgres({ dir });
  expect(await ask(first.url, "show fsync")).toBe("on");
  expect(await ask(first.url, "show data_checksums")).toBe("on");
  await ask(first.url, "create table kept as select 42 as answer");
  first.stop();
  const second = await startPostgres({ dir });
  expect(await ask(second.url, "select answer from kept")).toBe(42);
});

test("a server that a killed run left is taken over, and can then be ended", async () => {
  const dir = makeFolder();
  const left = await startPostgres({ dir });
  const found = await startPostgres({ dir });
  expect(found).toMatchObject({ reused: true, url: left.url });
  stopPostgres(dir);
  await expect(ask(left.url, "select 1")).rejects.toThrow();
});

test("a pid file whose process is another program by now does not keep the server from starting", async () => {
  const dir = makeFolder();
  const before = await startPostgres({ dir });
  const file = path.join(dir, "postmaster.pid");
  const lines = readFileSync(file, "utf8").split("\n");
  before.stop();
  writeFileSync(file, [process.pid, ...lines.slice(1)].join("\n"));
  const after = await startPostgres({ dir });
  expect(after.reused).toBe(false);
  expect(await ask(after.url, "select 1")).toBe(1);
});

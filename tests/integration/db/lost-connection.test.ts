import { once } from "node:events";
import { connect, type Socket } from "node:net";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { env } from "@/lib/env";
import { adminSql } from "../../support/database";

// The driver as it comes lets a transaction that lost its connection write on in the next one's place, and fails at sockets that are gone
// (its issue 1208): db/patches mends both until a version of it does.
const admin = adminSql();
const pool = postgres(env.DATABASE_URL, { max: 1, connect_timeout: 5, backoff: () => 0 });

beforeAll(async () => {
  await admin`create table lost_rows (n integer not null)`;
  await admin`grant insert, select on lost_rows to komapo_app`;
});
afterAll(async () => {
  await pool.end({ timeout: 1 });
  await admin`drop table lost_rows`;
});

const kill = (pid: number) => admin`select pg_terminate_backend(${pid}, 5000)`;
const countRows = async () => (await pool`select from lost_rows`).length;
const CLOSED = { code: "CONNECTION_CLOSED" };

test("a transaction whose connection is lost writes nothing more, not even when the pool has connected anew", async () => {
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let late: Promise<unknown> | undefined;
  const transaction = pool.begin(async (sql) => {
    const [own] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
    await sql`insert into lost_rows values (1)`;
    await kill(own?.pid ?? 0);
    await held;
    late = sql`insert into lost_rows values (2)`.then(
      () => "written",
      (fault) => fault,
    );
    await late;
  });
  await expect(transaction).rejects.toMatchObject(CLOSED);
  expect(await countRows()).toBe(0);
  goOn();
  await expect.poll(() => late).toMatchObject(CLOSED);
  expect(await countRows()).toBe(0);
});

test("what was about to be written when a connection was lost does not spoil the next one in its place", async () => {
  const { hostname, port } = new URL(env.DATABASE_URL);
  const sockets: Socket[] = [];
  const open = async () => {
    const socket = connect(Number(port), hostname);
    sockets.push(socket);
    await once(socket, "connect");
    return socket;
  };
  const alone = postgres(env.DATABASE_URL, { max: 1, connect_timeout: 2, backoff: () => 0, socket: open } as object);
  for (let losses = 1; losses <= 3; losses += 1) {
    expect(await alone`select 1 as one`).toEqual([{ one: 1 }]);
    sockets.at(-1)?.destroy();
    await expect(alone`select 1 as one`).rejects.toMatchObject(CLOSED);
    expect(sockets).toHaveLength(losses);
  }
  await alone.end({ timeout: 1 });
});

import { expect, test, vi } from "vitest";
import { adminSql, adminUrl, appUrl, migratorUrl } from "../../support/database";

const admin = adminSql();

/** What a process that connects to `url` says when it is about to serve. */
async function refusalAs(url: string): Promise<string> {
  process.env.DATABASE_URL = url;
  vi.resetModules();
  const { assertReadyToServe } = await import("@/lib/jobs/assert-ready-to-serve");
  const { closeDatabase } = await import("@/db/client");
  const refusal = await assertReadyToServe().catch((thrown: Error) => thrown.message);
  await closeDatabase();
  return refusal ?? "";
}

const appAddress = appUrl();

test("a server that gives up durability is refused for each setting, and the app's role for nothing", async () => {
  const refusal = await refusalAs(appAddress);
  expect(refusal).toContain("fsync is off");
  expect(refusal).toContain("synchronous_commit is off");
  expect(refusal).toContain("full_page_writes is off");
  expect(refusal).not.toMatch(/DATABASE_URL|city time/);
});

test("a superuser is refused", async () => {
  expect(await refusalAs(adminUrl())).toContain("DATABASE_URL is a superuser");
});

test("the migrator, who may become the owner, is refused", async () => {
  const refusal = await refusalAs(migratorUrl());
  expect(refusal).toContain("may become their owner");
  expect(refusal).not.toContain("superuser");
});

test("a book whose words are not all sealed yet is refused", async () => {
  expect(await refusalAs(appAddress)).not.toContain("still to be sealed");
  await admin`alter table member_appeals add column answer text`;
  expect(await refusalAs(appAddress)).toContain("words are still to be sealed");
  await admin`alter table member_appeals drop column answer`;
});

test("a right to rewrite the ledger and a moved clock on a real book are noticed", async () => {
  await admin`insert into books (id, kind, name, is_current) values (1, 'real', '本番', true)`;
  await admin`update city_clock set offset_seconds = 60`;
  await admin`grant update (points) on transfers to komapo_app`;
  const refusal = await refusalAs(appAddress);
  expect(refusal).toContain("may change or delete ledger rows");
  expect(refusal).toContain("city time runs ahead");
});

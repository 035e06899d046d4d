import postgres from "postgres";
import { afterAll, expect } from "vitest";
import { findAuditSecrets } from "./audit-secrets";
import { adminUrl } from "./database";

// Runs after every integration test file: whatever its use cases wrote into the trail names no person and opens no door.
afterAll(async () => {
  const sql = postgres(adminUrl(), { max: 1 });
  const rows = await sql<{ act: string; before: unknown; after: unknown }[]>`
    select act, before, after from audit_entries`.finally(() => sql.end());
  const told = rows.flatMap(({ act, before, after }) =>
    [...findAuditSecrets(before), ...findAuditSecrets(after)].map((fault) => `${act} ${fault}`),
  );
  expect([...new Set(told)]).toEqual([]);
});

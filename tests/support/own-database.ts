import { randomUUID } from "node:crypto";
import { afterAll, inject } from "vitest";
import { onServer } from "./cluster";
import { TEMPLATE } from "./template-database";
import { testEnvironment } from "./test-environment";

// Runs before the imports of each integration test: its file gets a database of its own, gone when it ends.
const server = inject("serverUrl");
const name = `test_${randomUUID().replaceAll("-", "")}`;
await onServer(server, (sql) => sql.unsafe(`create database ${name} template ${TEMPLATE} strategy file_copy`));

const asRole = (role: string) => `${server.replace("postgres@", `${role}@`)}/${name}`;
Object.assign(process.env, testEnvironment, {
  DATABASE_URL: asRole("komapo_app"),
  MIGRATION_DATABASE_URL: asRole("komapo_migrator"),
  ADMIN_DATABASE_URL: asRole("postgres"),
});

afterAll(() => onServer(server, (sql) => sql.unsafe(`drop database ${name} with (force)`)));

import { getTableColumns, getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import * as schema from "@/db/schema";
import { sealedColumns } from "@/lib/keys/sealed-columns";
import { snakeCase } from "../../support/snake-case";

/** Bytes that are not sealed: hashes, indexes, what an authenticator says of itself, and pictures. */
const PLAIN = /(_hash|_index|^challenge|^credential_id|^public_key|^png)$/;

const byteColumns = Object.values(schema)
  .filter((value) => is(value, PgTable))
  .flatMap((table) =>
    Object.entries(getTableColumns(table))
      .filter(([, column]) => column.getSQLType() === "bytea")
      .map(([name, column]) => ({
        table: getTableName(table),
        column: column.keyAsName ? snakeCase(name) : column.name,
      })),
  );
const told = ({ table, column }: { table: string; column: string }) => `${table}.${column}`;

test("every column of bytes is either rotated to a new key or known to be no sealed one", () => {
  expect(byteColumns.length).toBeGreaterThan(30);
  const unknown = byteColumns.filter(
    (column) => !PLAIN.test(column.column) && !sealedColumns.some((sealed) => told(sealed) === told(column)),
  );
  expect(unknown.map(told)).toEqual([]);
});

test("every column that is rotated is there", () => {
  const there = byteColumns.map(told);
  expect(sealedColumns.map(told).filter((column) => !there.includes(column))).toEqual([]);
});

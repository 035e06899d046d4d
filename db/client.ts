import "server-only";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";
import "./hide-query-values";
import * as schema from "./schema";

/** One pool per process, as the `app` role. A statement that takes longer than 15 s is a fault, not patience. */
const client = postgres(env.DATABASE_URL, {
  max: 20,
  connect_timeout: 5,
  connection: { application_name: "komapo", statement_timeout: 15_000, idle_in_transaction_session_timeout: 15_000 },
});

export const db = drizzle(client, { schema, casing: "snake_case" });

export type Transaction = Parameters<Parameters<typeof db.transaction>[0]>[0];
/** The pool or an open transaction: what may run in a transaction takes this first. */
export type Database = typeof db | Transaction;

/** Lets scripts and tests end; the server keeps its pool for life. */
export const closeDatabase = () => client.end({ timeout: 5 });

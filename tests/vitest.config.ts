import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
const alias = {
  "@": root.replace(/\/$/, ""),
  "server-only": `${root}node_modules/server-only/empty.js`,
};

/** Bundled once, because Node reads the package's 180 kB of package.json again for each of its hundred modules: a second for each test file. */
const bundled = ["", "/pg-core", "/postgres-js", "/postgres-js/migrator"].map((part) => `drizzle-orm${part}`);

const onPostgres = {
  globalSetup: ["tests/support/template-database.ts"],
  setupFiles: ["tests/support/own-database.ts", "tests/support/audit-sweep.ts"],
  pool: "threads" as const,
  deps: { optimizer: { ssr: { enabled: true, include: bundled } } },
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

/**
 * Four kinds of test: `unit` needs nothing, `integration` has a migrated Postgres database per file, `large` is the same with the machine to
 * itself, because it measures time, `chaos` starts its own durable servers and apps to kill or to end them, and runs in the full suite only.
 */
export default defineConfig({
  root,
  test: {
    passWithNoTests: false,
    maxWorkers: 2,
    projects: [
      {
        root,
        resolve: { alias },
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts"],
          setupFiles: ["tests/support/set-environment.ts"],
          // Pure code has no state to keep apart: one worker for many files saves a second each.
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        root,
        resolve: { alias },
        test: { name: "integration", include: ["tests/integration/**/*.test.ts"], ...onPostgres },
      },
      {
        root,
        resolve: { alias },
        test: { name: "large", include: ["tests/large/**/*.test.ts"], fileParallelism: false, ...onPostgres },
      },
      {
        root,
        resolve: { alias },
        test: {
          name: "chaos",
          include: ["tests/chaos/**/*.test.ts"],
          setupFiles: ["tests/support/set-environment.ts"],
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});

import { defineConfig, devices } from "@playwright/test";
import { findHeadlessShell } from "./support/chromium";

const { executablePath, env } = findHeadlessShell();

/** Runs against the app that tests/run.mjs serves (`npm run e2e`, `-- <file>` for one journey). */
export default defineConfig({
  testDir: "./e2e",
  outputDir: "../test-results/e2e",
  forbidOnly: true,
  // On a build machine a browser that stalls gets a further try, and the run's last lines name the journey. Journeys about money get none.
  retries: process.env.CI ? 2 : 0,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    ...(process.env.E2E_ORIGIN ? { baseURL: process.env.E2E_ORIGIN } : {}),
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    // A recording slows a journey down by a fifth: it is made of a second try, or where it is asked for (`-- --trace on`).
    trace: "on-first-retry",
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    launchOptions: {
      executablePath,
      args: ["--no-sandbox"],
      env: { ...process.env, ...env } as Record<string, string>,
    },
  },
  projects: [
    {
      name: "citizen",
      testIgnore: "**/*.staff.spec.ts",
      use: {
        ...devices["Pixel 7"],
        viewport: { width: 390, height: 844 },
      },
    },
    {
      name: "staff",
      testMatch: "**/*.staff.spec.ts",
      use: { viewport: { width: 1366, height: 768 } },
    },
  ],
});

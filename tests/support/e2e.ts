import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  type ConsoleMessage,
  chromium,
  devices,
  expect,
  type Page,
  type WebError,
} from "@playwright/test";
import { findChromium } from "./chromium";

export { expect };

/** The viewports that the screens are judged at. */
export const sizes = {
  smallPhone: { width: 320, height: 640 },
  phone: { width: 390, height: 844 },
  desk: { width: 1366, height: 768 },
};

/** What went wrong in any browser of a test without anybody asking: console errors, policy violations, uncaught exceptions. */
export interface Faults {
  seen: string[];
  /** What this test provokes on purpose. */
  expected: RegExp[];
}

/** A member of staff's computer, whatever device the test itself is for. */
export const deskDevice: BrowserContextOptions = { ...devices["Desktop Chrome"], viewport: sizes.desk };

interface Fixtures {
  /** Watched in every test; one that nobody expected fails it. */
  faults: Faults;
  /** Address of the mailbox, for support/mailbox.ts. */
  mailbox: string;
  /** A further browser context with nothing of the others' in it: another person, another device. */
  openDevice: (options?: BrowserContextOptions) => Promise<Page>;
  /**
   * A phone whose camera sees the Y4M video `file` (support/poster-video.ts, support/code-video.ts), each time it is started as the
   * file then is. With `permissions: []` its owner refuses the camera.
   */
  openPhoneWithCamera: (file: string, options?: BrowserContextOptions) => Promise<Page>;
}

function served(name: "E2E_ORIGIN" | "E2E_MAILBOX"): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the journeys with npm run e2e, which serves the app first.`);
  return value;
}

/** A shell answers for the person, as it is told here; a whole browser asks, and the context has the answer. */
const cameraArguments = (file: string, isShell: boolean, isAllowed: boolean) => [
  "--no-sandbox",
  "--use-fake-device-for-media-stream",
  `--use-file-for-fake-video-capture=${file}`,
  ...(isShell ? [`--use-fake-ui-for-media-stream${isAllowed ? "" : "=deny"}`] : []),
];

/** What the browser of anybody here is like. */
export const person = (options?: BrowserContextOptions): BrowserContextOptions => ({
  baseURL: served("E2E_ORIGIN"),
  viewport: sizes.phone,
  locale: "ja-JP",
  timezoneId: "Asia/Tokyo",
  ...options,
});

/** Notes each fault of the browser until the function it gives is called. */
export function watch(context: BrowserContext, { seen }: Faults): () => void {
  const onError = (fault: WebError) => void seen.push(String(fault.error()));
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() === "error") seen.push(`${message.text()} (${message.location().url})`);
  };
  context.on("weberror", onError);
  context.on("console", onConsole);
  return () => {
    context.off("weberror", onError);
    context.off("console", onConsole);
  };
}

export const test = base.extend<Fixtures>({
  faults: [
    async ({ baseURL: _ }, use) => {
      const faults: Faults = { seen: [], expected: [] };
      await use(faults);
      const unexpected = faults.seen.filter((fault) => !faults.expected.some((pattern) => pattern.test(fault)));
      expect(unexpected, "faults in the browser").toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, faults }, use) => {
    watch(context, faults);
    await use(context);
  },
  mailbox: async ({ baseURL: _ }, use) => use(served("E2E_MAILBOX")),
  openDevice: async ({ browser, faults }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext(person(options));
      contexts.push(context);
      watch(context, faults);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  openPhoneWithCamera: async ({ faults }, use) => {
    const { executablePath, env, isShell } = findChromium();
    const open: { close(): Promise<void> }[] = [];
    await use(async (file, options) => {
      const started = {
        executablePath,
        args: cameraArguments(file, isShell, options?.permissions?.length !== 0),
        env: { ...process.env, ...env } as Record<string, string>,
      };
      const browser = await chromium.launch(started);
      open.push(browser);
      const context = await browser.newContext(person({ permissions: ["camera"], ...options }));
      watch(context, faults);
      return context.newPage();
    });
    for (const browser of open) await browser.close();
  },
});

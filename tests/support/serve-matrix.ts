import type { Things } from "./matrix-things";
import { serveCity } from "./server";

// A program, run by support/matrix.ts: serves the built app on an empty book with the things of the matrix, until its input ends.
export type Served = { origin: string; adminUrl: string; mailbox: string; things: Things };

const ended = new Promise<void>((resolve) => {
  process.stdin.resume().once("end", resolve);
  // Who ends the run ends this first: the app would outlive it, being in a process group of its own.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
});

const city = await serveCity({ seeded: false });
try {
  Object.assign(process.env, city.env);
  // After the settings are known: they are read once.
  const { things } = await import("./matrix-things");
  const served: Served = { origin: city.origin, adminUrl: city.adminUrl, mailbox: city.mailbox, things };
  process.stdout.write(`${JSON.stringify(served)}\n`);
  await ended;
} finally {
  await city.stop();
}

import "server-only";

/** Writes a second that one process takes on; above what two cores can do, so only a flood meets it. */
const WRITES_A_SECOND = 2_500;

let second = { start: Number.NEGATIVE_INFINITY, used: 0 };

/** The approximate global limit: per process, in memory, forgotten every second. */
export function takeProcessAttempt(): boolean {
  const now = performance.now();
  if (now - second.start >= 1000) second = { start: now, used: 0 };
  second.used += 1;
  return second.used <= WRITES_A_SECOND;
}

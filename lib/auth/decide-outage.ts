/** No way to the database: refused, cut, or not answered in time. */
const CUT_OFF = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
]);

/**
 * SQLSTATE of a database that cannot serve now and will again: connection (08), out of room or connections (53), shut down or a statement
 * that took too long (57), its disk (58), read-only meanwhile (25006), a lock not had in time (55P03, 40P01).
 */
const AWAY = /^(08|53|57|58)\w{3}$|^(25006|55P03|40P01)$/;

/** Whether a fault with this code is an outage that passes: then the answer says when to come back, and not that we are at fault. */
export const isOutage = (code: string | undefined): boolean =>
  code !== undefined && (CUT_OFF.has(code) || AWAY.test(code));

export type RequestFate = { method: string | undefined; reachedGuard: boolean; isOutage: boolean };

/**
 * The status of an answer that Next would give as `status`. An outage is 503. A POST that fails before it reaches a guard of ours has a body
 * that Next cannot read; Next takes that for a fault of the server, but it is the sender's: 400.
 */
export function decideStatus(status: number, { method, reachedGuard, isOutage }: RequestFate): number {
  if (status !== 500) return status;
  if (isOutage) return 503;
  return method === "POST" && !reachedGuard ? 400 : 500;
}

import "server-only";
import pino from "pino";
import { env } from "@/lib/env";

type Fault = { name: string; code?: string; constraint?: string; stack?: string[] };

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/**
 * What may be written down about an error: never its message, which carries the values of a query or the address of a mail.
 * A database error is told by its SQLSTATE and constraint, any other by name, code and where it was thrown.
 */
export function describeFault(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, constraint_name: constraint } = error as { code?: unknown; constraint_name?: unknown };
  const cause = error.cause instanceof Error ? describeFault(error.cause) : undefined;
  const found = { code: text(code) ?? cause?.code, constraint: text(constraint) ?? cause?.constraint };
  return {
    name: error.name,
    ...(found.code && { code: found.code }),
    ...(found.constraint && { constraint: found.constraint }),
    stack: (error.stack ?? "")
      .replace(error.message, () => "")
      .split("\n")
      .filter((line) => line.startsWith("    at "))
      .slice(0, 12),
  };
}

/** One JSON line per event, in UTC. An Error given to it by any road is described, not printed. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ["*.email", "*.token", "*.code.typed", "*.cookie", "*.authorization", "email", "token"],
    censor: "[redacted]",
  },
  serializers: { err: describeFault, error: describeFault },
  hooks: {
    logMethod(args, method) {
      const [first] = args as unknown[];
      if (first instanceof Error) method.call(this, { fault: describeFault(first) } as never, "fault");
      else method.apply(this, args);
    },
  },
});

/** An error that nobody expected. `digest` is the number on the error page that the person was shown; `requestId` joins all lines of a request. */
export function logFault(
  error: unknown,
  context: { requestId?: string | undefined; digest?: string | undefined; route?: string },
): void {
  log.error({ ...context, fault: describeFault(error) }, "fault");
}

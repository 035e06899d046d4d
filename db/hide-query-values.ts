import { DrizzleQueryError } from "drizzle-orm";

/** Node's own name for “how this is printed”. */
const asPrinted = Symbol.for("nodejs.util.inspect.custom");

type Cause = { code?: string; constraint_name?: string } | undefined;

/** A failed query without its values: SQLSTATE, constraint, place. */
function describe(this: DrizzleQueryError): string {
  const { code = "", constraint_name: constraint = "" } = (this.cause as Cause) ?? {};
  const frames = (this.stack ?? "")
    .replace(this.message, () => "")
    .split("\n")
    .slice(1, 8);
  return [`failed query ${code} ${constraint}`.trim(), ...frames].join("\n");
}

// The message and the properties of a failed query carry the values it was called with, and Next prints every error that nobody caught.
Object.defineProperty(DrizzleQueryError.prototype, asPrinted, { value: describe, configurable: true });

/** Classes of SQLSTATE in which the server speaks of itself and not of a statement: connection, resources, an operator's hand. */
const OF_THE_SERVER = /^(08|53|57)/;

/** Throws on what is no answer of the database: a check that took it for one would find a fault that is none of the ledger's. */
export function rethrowLost(thrown: unknown): void {
  const { name, code = "" } = thrown as { name?: string; code?: string };
  if (name !== "PostgresError" || OF_THE_SERVER.test(code)) throw thrown;
}

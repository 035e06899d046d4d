/**
 * Ends the process with one sentence. Next would go on listening after a failed start and answer every request with an error.
 * Knows nothing of settings or log: they may be what is missing.
 */
export function refuseToStart(thrown: unknown): never {
  const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
  const sentence = cause instanceof Error ? cause.message || cause.name : String(cause);
  process.stderr.write(`The app does not start: ${sentence}\n`);
  process.exit(1);
}

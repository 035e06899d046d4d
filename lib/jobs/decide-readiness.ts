/** What the database says of itself and of the role that the app connects as. */
export type ReadinessFacts = {
  fsync: string;
  synchronousCommit: string;
  fullPageWrites: string;
  isSuperuser: boolean;
  isOwner: boolean;
  mayRewriteLedger: boolean;
  /** Kind of the current book; null before there is one. */
  book: string | null;
  clockOffsetSeconds: number;
  /** Some words of members are not sealed yet: the migration stopped before it was through. */
  hasPlainWords: boolean;
};

export type ReadinessFault =
  | "fsync_off"
  | "synchronous_commit_off"
  | "full_page_writes_off"
  | "superuser"
  | "owner"
  | "ledger_writable"
  | "no_book"
  | "clock_moved_on_real_book"
  | "plain_words";

/**
 * May the app serve on this database? Every reason against it (security.md §1.7); none when it may. No switch turns this off:
 * a payment that was shown as made must not be lost, and the app must not be able to rewrite the ledger.
 */
export function decideReadiness(facts: ReadinessFacts): ReadinessFault[] {
  const rules: Record<ReadinessFault, boolean> = {
    fsync_off: facts.fsync !== "on",
    synchronous_commit_off: facts.synchronousCommit === "off",
    full_page_writes_off: facts.fullPageWrites !== "on",
    superuser: facts.isSuperuser,
    owner: facts.isOwner,
    ledger_writable: facts.mayRewriteLedger,
    no_book: facts.book === null,
    clock_moved_on_real_book: facts.clockOffsetSeconds !== 0 && facts.book === "real",
    plain_words: facts.hasPlainWords,
  };
  return (Object.keys(rules) as ReadinessFault[]).filter((fault) => rules[fault]);
}

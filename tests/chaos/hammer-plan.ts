/** What the hammer's processes share: enough to make the same event from the same number in each of them. */
export type HammerBook = { members: number[]; programme: string; shop: number; ceiling: number };

export type HammerEvent = { key: string; kind: "grant" | "spend"; account: number; points: number };

/** Answers of the ledger, as a process was given them. `id` is the transfer; undefined where it was refused. */
export type HammerAnswer = { key: string; id: string | undefined; reason: string | undefined };

/** The n-th event: every process makes the same one, so that its twins come from other processes too. */
export function eventOf(n: number, { members }: HammerBook): HammerEvent {
  const mixed = (Math.imul(n, 2654435761) >>> 7) % 1_000_003;
  const kind = mixed % 5 < 3 ? "grant" : "spend";
  const account = members[mixed % members.length] ?? 0;
  return { key: `hammer:${n}`, kind, account, points: 1 + (mixed % 90) };
}

/** What a history asks of the ledger. `of` is the index of an earlier step; amounts are whole points. */
export type LedgerStep =
  | { kind: "grant"; member: number; points: number; expires: number }
  | { kind: "spend" | "exchange"; member: number; points: number }
  | { kind: "reverse"; of: number; points: number | null }
  | { kind: "repeat"; of: number };

export type Outcome = { posted: string; balanceAfter: number } | { refused: string };

type Lot = { grant: string; member: number; expires: number; order: number; remaining: number };
type Use = { lot: Lot; points: number };
type Entry = { body: string; outcome: Outcome; step: LedgerStep; uses: Use[] };

/** The smallest ledger that keeps the laws: arrays and sums, one thing after the other. Steps are named by their index. */
export class ModelLedger {
  readonly balances = [0, 0];
  readonly lots: Lot[] = [];
  private readonly entries = new Map<string, Entry>();
  private used = 0;

  constructor(private readonly ceiling: number) {}

  /** Does a step under its event key; the same key with the same body gives the first outcome. */
  apply(key: string, step: Exclude<LedgerStep, { kind: "repeat" }>): Outcome {
    if (step.kind === "reverse") return this.reverse(step.of, step.points);
    const body = JSON.stringify({ ...step, expires: undefined });
    const first = this.entries.get(key);
    if (first) return first.body === body ? first.outcome : { refused: "event_key_conflict" };
    return step.kind === "grant" ? this.grant(key, body, step) : this.spend(key, body, step);
  }

  private post(key: string, body: string, step: LedgerStep, member: number, change: number, uses: Use[] = []): Outcome {
    const balanceAfter = (this.balances[member] ?? 0) + change;
    this.balances[member] = balanceAfter;
    const outcome = { posted: key, balanceAfter };
    this.entries.set(key, { body, outcome, step, uses });
    return outcome;
  }

  private grant(key: string, body: string, step: LedgerStep & { kind: "grant" }): Outcome {
    const { member, points, expires } = step;
    if (this.used + points > this.ceiling) return { refused: "budget_exhausted" };
    this.used += points;
    this.lots.push({ grant: key, member, expires, order: this.lots.length, remaining: points });
    return this.post(key, body, step, member, points);
  }

  private spend(key: string, body: string, step: LedgerStep & { kind: "spend" | "exchange" }): Outcome {
    const { member, points } = step;
    if ((this.balances[member] ?? 0) < points) return { refused: "insufficient_points" };
    const uses: Use[] = [];
    let missing = points;
    for (const lot of this.openLots(member)) {
      const part = Math.min(missing, lot.remaining);
      if (part > 0) uses.push({ lot, points: part });
      lot.remaining -= part;
      missing -= part;
    }
    return this.post(key, body, step, member, -points, uses);
  }

  /** Earliest expiry first, then oldest. */
  openLots(member: number): Lot[] {
    const open = this.lots.filter((lot) => lot.member === member && lot.remaining > 0);
    return open.sort((a, b) => a.expires - b.expires || a.order - b.order);
  }

  private reverse(of: number, asked: number | null): Outcome {
    const original = this.entries.get(`step:${of}`);
    if (!original) return { refused: "unknown_transfer" };
    const { step, uses } = original;
    if (step.kind === "reverse" || step.kind === "repeat") return { refused: "not_reversible" };
    const points = asked ?? step.points;
    const key = `reverse:${of}`;
    const first = this.entries.get(key);
    if (first) return first.body === String(points) ? first.outcome : { refused: "event_key_conflict" };
    if (points > step.points) return { refused: "more_than_original" };
    if (step.kind === "exchange" && points < step.points) return { refused: "only_whole" };
    const entry: LedgerStep = { kind: "reverse", of, points };
    if (step.kind !== "grant") {
      giveBack(uses, points);
      return this.post(key, String(points), entry, step.member, points);
    }
    const lot = this.lots.find(({ grant }) => grant === `step:${of}`);
    if (!lot || lot.remaining < points) return { refused: "grant_already_spent" };
    lot.remaining -= points;
    this.used -= points;
    return this.post(key, String(points), entry, step.member, -points);
  }
}

/** Last taken, first given back. */
function giveBack(uses: Use[], points: number): void {
  let missing = points;
  const latestFirst = [...uses].sort((a, b) => b.lot.expires - a.lot.expires || b.lot.order - a.lot.order);
  for (const { lot, points: taken } of latestFirst) {
    const part = Math.min(missing, taken);
    lot.remaining += part;
    missing -= part;
  }
}

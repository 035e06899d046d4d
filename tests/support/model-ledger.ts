/** What a history asks of the ledger. `of` is the index of an earlier step; amounts are whole points. */
export type LedgerStep =
  | { kind: "grant"; member: number; points: number; expires: number }
  | { kind: "spend" | "exchange" | "forfeit"; member: number; points: number }
  | { kind: "reverse"; of: number; points: number | null }
  /** All that this member has goes to the other one. */
  | { kind: "merge"; member: number }
  | { kind: "unmerge"; of: number }
  | { kind: "repeat"; of: number };
export type PostedStep = Exclude<LedgerStep, { kind: "repeat" }>;
type Spending = LedgerStep & { kind: "spend" | "exchange" | "forfeit" };

export type Outcome = { posted: string; balanceAfter: number } | { refused: string };

type Lot = { grant: string; member: number; expires: number; order: number; remaining: number; origin?: Lot };
type Use = { lot: Lot; points: number };
type Entry = { body: string; outcome: Outcome; step: LedgerStep; uses: Use[] };

const nothing: Outcome = { refused: "nothing_to_move" };

/** The smallest ledger that keeps the laws: arrays and sums, one thing after the other. Steps are named by their index. */
export class ModelLedger {
  readonly balances = [0, 0];
  readonly lots: Lot[] = [];
  private readonly entries = new Map<string, Entry>();
  private used = 0;

  constructor(private readonly ceiling: number) {}

  /** Does a step under its event key; the same key with the same body gives the first outcome. */
  apply(key: string, step: PostedStep): Outcome {
    if (step.kind === "reverse") return this.reverse(step.of, step.points);
    const body = JSON.stringify({ ...step, expires: undefined });
    const first = this.entries.get(key);
    if (first) return first.body === body ? first.outcome : { refused: "event_key_conflict" };
    if (step.kind === "merge") return this.merge(key, body, step);
    if (step.kind === "unmerge") return this.unmerge(key, body, step);
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

  private spend(key: string, body: string, step: Spending): Outcome {
    const { member, points } = step;
    if ((this.balances[member] ?? 0) < points) return { refused: "insufficient_points" };
    return this.post(key, body, step, member, -points, take(this.openLots(member), points));
  }

  /** Earliest expiry first, then oldest. */
  openLots(member: number): Lot[] {
    const open = this.lots.filter((lot) => lot.member === member && lot.remaining > 0);
    return open.sort((a, b) => a.expires - b.expires || a.order - b.order);
  }

  /** Lot for lot, under the very terms. Its uses are what the other member was given. */
  private merge(key: string, body: string, step: LedgerStep & { kind: "merge" }): Outcome {
    const { member } = step;
    const moved: Use[] = [];
    for (const origin of this.openLots(member)) {
      const lot = { ...origin, member: 1 - member, order: this.lots.length, origin };
      this.lots.push(lot);
      moved.push({ lot, points: lot.remaining });
      origin.remaining = 0;
    }
    if (moved.length === 0) return nothing;
    this.balances[member] = 0;
    return this.post(key, body, step, 1 - member, sum(moved), moved);
  }

  private unmerge(key: string, body: string, step: LedgerStep & { kind: "unmerge" }): Outcome {
    const merged = this.entries.get(`step:${step.of}`);
    if (merged?.step.kind !== "merge") return nothing;
    const member = merged.step.member;
    const back: Use[] = [];
    for (const { lot } of merged.uses) {
      const home = lot.origin;
      if (!home) throw new Error("a merged lot has no origin");
      for (const left of this.openLots(1 - member).filter((open) => follows(open, lot))) {
        back.push({ lot: home, points: left.remaining });
        home.remaining += left.remaining;
        left.remaining = 0;
      }
    }
    if (back.length === 0) return nothing;
    this.balances[1 - member] = (this.balances[1 - member] ?? 0) - sum(back);
    return this.post(key, body, step, member, sum(back));
  }

  private reverse(of: number, asked: number | null): Outcome {
    const original = this.entries.get(`step:${of}`);
    if (!original) return { refused: "unknown_transfer" };
    const { step, uses } = original;
    if (step.kind !== "grant" && step.kind !== "spend" && step.kind !== "exchange")
      return { refused: "not_reversible" };
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
    const open = this.openLots(step.member).filter(({ grant }) => grant === `step:${of}`);
    if (open.reduce((total, { remaining }) => total + remaining, 0) < points) return { refused: "grant_already_spent" };
    take(open, points);
    this.used -= points;
    return this.post(key, String(points), entry, step.member, -points);
  }
}

const sum = (uses: Use[]): number => uses.reduce((total, { points }) => total + points, 0);

const follows = (lot: Lot, first: Lot): boolean => lot === first || (lot.origin ? follows(lot.origin, first) : false);

function take(lots: Lot[], points: number): Use[] {
  const uses: Use[] = [];
  let missing = points;
  for (const lot of lots) {
    const part = Math.min(missing, lot.remaining);
    if (part > 0) uses.push({ lot, points: part });
    lot.remaining -= part;
    missing -= part;
  }
  return uses;
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

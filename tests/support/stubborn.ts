/** How often a stranger tries: ten thousand times where it counts. */
export const TRIES = process.env.FULL ? 10_000 : 500;
/** For a test that tries that often, in milliseconds. */
export const PATIENCE = 1_800_000;
const AT_ONCE = 10;

type Answer = { ok: true } | { ok: false; reason: string };

/** What each try was answered, counted: the reason of its refusal, or `in`. */
export class Tally {
  readonly #counts = new Map<string, number>();
  tries = 0;

  note(answer: Answer): void {
    const said = answer.ok ? "in" : answer.reason;
    this.#counts.set(said, this.of(said) + 1);
    this.tries += 1;
  }

  of(said: string): number {
    return this.#counts.get(said) ?? 0;
  }
}

/** So many tries, ten at the same moment. */
export async function tryOn(attempt: (turn: number) => Promise<Answer>, tries = TRIES): Promise<Tally> {
  const tally = new Tally();
  for (let turn = 0; turn < tries; turn += AT_ONCE) {
    const turns = Array.from({ length: AT_ONCE }, (_, more) => attempt(turn + more));
    for (const answer of await Promise.all(turns)) tally.note(answer);
  }
  return tally;
}

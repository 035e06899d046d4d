/** One kind of work: `make` gives each client its own endless supply, `before` fills up what a round will use. */
export type Workload = {
  name: string;
  /** What drives it: both sides of a ratio are driven by the same. */
  client: string;
  /** Operations of one round, by number of clients: a round is as long as it takes. */
  operations: Record<number, number>;
  before?: (operations: number) => Promise<void>;
  work: () => Promise<unknown>;
};

export const CLIENTS = [1, 8, 32] as const;

/** Operations a second of one round: so many clients, each starting its next when its last is answered. */
export async function runRound({ work, before, operations }: Workload, clients: number): Promise<number> {
  const count = operations[clients] ?? 0;
  await before?.(count);
  let left = count;
  const client = async () => {
    while (left-- > 0) await work();
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  return count / ((performance.now() - started) / 1000);
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function shuffle<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, order: Math.random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}

export type Medians = Map<string, Record<number, number>>;

/** Medians over `rounds`, all work of a round interleaved in a new order, so that a noisy minute falls on everybody. */
export async function measure(
  workloads: readonly Workload[],
  rounds: number,
  say: (line: string) => void,
): Promise<Medians> {
  const runs = workloads.flatMap((workload) =>
    CLIENTS.map((clients) => ({ workload, clients, speeds: [] as number[] })),
  );
  for (const run of runs) await runRound(run.workload, run.clients);
  for (let round = 1; round <= rounds; round += 1) {
    for (const run of shuffle(runs)) run.speeds.push(await runRound(run.workload, run.clients));
    say(`round ${round} of ${rounds}`);
  }
  const medians: Medians = new Map();
  for (const { workload, clients, speeds } of runs) {
    medians.set(workload.name, { ...medians.get(workload.name), [clients]: median(speeds) });
  }
  return medians;
}

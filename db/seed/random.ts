/** Chance that is the same on every run (mulberry32, public domain): the demo's people do the same things everywhere. */
export type Random = {
  chance: (probability: number) => boolean;
  /** A whole number from `least` to `most`, both included. */
  between: (least: number, most: number) => number;
  /** One of the items, by weight; undefined where there is none. */
  pick: <T>(items: readonly T[], weight?: (item: T) => number) => T | undefined;
};

export function makeRandom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    chance: (probability) => next() < probability,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (items, weight = () => 1) => {
      let left = next() * items.reduce((total, item) => total + weight(item), 0);
      return items.find((item) => {
        left -= weight(item);
        return left < 0;
      });
    },
  };
}

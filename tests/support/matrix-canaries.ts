import { findIn } from "./canaries";
import type { Who } from "./matrix";
import type { Things } from "./matrix-things";
import type { Answer } from "./raw-request";

type Words = Record<"citizenA" | "citizenB", Record<string, string>>;

/** The citizens' own words in an answer to somebody else: its body, where it leads and what it has the browser keep. */
function findForeign(canaries: Words, who: Who, { headers, body }: Answer): string[] {
  const bytes = Buffer.from(JSON.stringify(headers) + body);
  return Object.entries(canaries)
    .filter(([owner]) => owner !== who)
    .flatMap(([owner, words]) => findIn(bytes, words).map((name) => `${owner}'s ${name}`));
}

/** Of a page or a route. */
export const findForeignShown = (things: Things, who: Who, answer: Answer) => findForeign(things.canaries, who, answer);

/** Of an action, which lists no shops: the one where A alone pays tells of A's receipt and quote. */
export const findForeignTold = ({ canaries, paidAt }: Things, who: Who, answer: Answer) =>
  findForeign({ ...canaries, citizenA: { ...canaries.citizenA, paidAt } }, who, answer);

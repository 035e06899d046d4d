import { ok, type Result, refuse } from "@/lib/shared/result";

/** Whose wallet a form was drawn for; `name`: of somebody for whom the reader acts, as the page called them; null: the reader's own. */
export type Drawn = { memberId: string; name: string | null };

/**
 * Whether what was asked for on a page may be done in the wallet that it would reach now. A proxy that has ended or was changed meanwhile must not
 * turn what was meant for one person into another's. A page from before the sign-in is nobody's, and counts for the person themself.
 */
export function decideDrawn(drawn: Drawn | undefined, present: Drawn): Result<"same", "drawn_for_other"> {
  const isOwn = present.name === null;
  const isSame = drawn ? drawn.memberId === present.memberId && (drawn.name === null) === isOwn : isOwn;
  return isSame ? ok("same") : refuse("drawn_for_other");
}

/** `readerId`: the signed-in member before whom the page was drawn. */
export type DrawnBefore = Drawn & { readerId: string };

/**
 * Which sentence tells what it was for: somebody else, oneself while one acts for another, or whoever was signed in before. Only the reader before
 * whom the page was drawn is told the name that it showed them.
 */
export function decideDrawnWords(
  drawn: DrawnBefore | undefined,
  { memberId, isActing }: { memberId: string; isActing: boolean },
): "for" | "own" | "other" {
  if (drawn?.readerId !== memberId) return "other";
  if (drawn.name) return "for";
  return isActing ? "own" : "other";
}

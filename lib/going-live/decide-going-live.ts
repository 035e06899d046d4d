import type { Draft } from "@/lib/approvals/open-approval";
import type { BookKind } from "@/lib/ledger/current-book";
import { ok, type Result, refuse } from "@/lib/shared/result";

/** What going live would do now: how many people stay and leave, the points that stay in the test's book, and what ends with it. */
export type GoingLiveFacts = {
  bookId: number;
  kind: BookKind;
  /** City time runs ahead of the clock by this many seconds. */
  offsetSeconds: number;
  staying: number;
  leaving: number;
  points: number;
  codes: number;
  invitations: number;
  programmes: number;
};

export const goingLiveRefusals = ["not_a_closed_test", "clock_is_moved"] as const;
export type GoingLiveRefusal = (typeof goingLiveRefusals)[number];

/** Only a closed test goes live, and on the city's own time. */
export function decideGoingLive(facts: GoingLiveFacts | undefined): Result<GoingLiveFacts, GoingLiveRefusal> {
  if (facts?.kind !== "closed_test") return refuse("not_a_closed_test");
  return facts.offsetSeconds === 0 ? ok(facts) : refuse("clock_is_moved");
}

const line = (label: string, before: number, after: number) => ({
  label,
  before: String(before),
  after: String(after),
});

/** What the second administrator is asked. */
export const goingLiveDraftOf = (facts: GoingLiveFacts, reason: string): Draft => ({
  kind: "go_live",
  payload: { bookId: facts.bookId },
  effect: {
    lines: [
      line("members", facts.staying + facts.leaving, facts.staying),
      line("balances", facts.points, 0),
      line("liveCodes", facts.codes, 0),
      line("openInvitations", facts.invitations, 0),
      line("budgets", facts.programmes, 0),
    ],
    people: facts.staying + facts.leaving,
  },
  reason,
  target: { kind: "book", id: String(facts.bookId) },
  sectionId: null,
});

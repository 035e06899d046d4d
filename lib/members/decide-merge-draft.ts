import type { Draft } from "@/lib/approvals/open-approval";
import { formatMemberNumber } from "./decide-member-number";
import type { MergeFacts, MergeSide } from "./find-merge-facts";

type Wish = { reason: string; followsId?: string | undefined };
const line = (label: string, before: string | number | null, after: string | number | null) => ({
  label,
  before: before === null ? null : String(before),
  after: after === null ? null : String(after),
});

/** What the second person is asked: both numbers, what each has before and after (points), which ways in go over, and that an address that does not go over opens nothing any more. */
export function mergeDraftOf({ from, into }: { from: MergeSide; into: MergeSide }, { reason, followsId }: Wish): Draft {
  const addresses = from.emailIndex ? 1 : 0;
  const moved = into.emailIndex ? 0 : addresses;
  return {
    kind: "merge_members",
    payload: { fromMemberId: from.memberId, intoMemberId: into.memberId },
    effect: {
      lines: [
        line("mergeFrom", formatMemberNumber(from.number), null),
        line("mergeInto", formatMemberNumber(into.number), formatMemberNumber(into.number)),
        line("balanceFrom", from.balance, 0),
        line("balanceInto", into.balance, into.balance + from.balance),
        line("movedIdentities", 0, from.identities),
        line("movedPasskeys", 0, from.passkeys),
        line("movedAddress", 0, moved),
        line("endedAddress", 0, addresses - moved),
        line("voidCards", 0, from.cardId ? 1 : 0),
      ],
      people: 1,
      points: from.balance,
    },
    reason,
    target: { kind: "member", id: from.memberId },
    sectionId: null,
    memberId: from.memberId,
    followsId,
  };
}

/** What goes back; what was spent meanwhile and stays spent; and that an address that is another's by now, a void card and ended proxies do not come back. */
export function undoDraftOf(merge: MergeFacts, { reason, followsId }: Wish): Draft {
  const taken = merge.isAddressTaken ? 1 : 0;
  return {
    kind: "undo_merge",
    payload: { mergeId: merge.mergeId },
    effect: {
      lines: [
        line("mergeBack", null, formatMemberNumber(merge.fromNumber)),
        line("mergeStays", formatMemberNumber(merge.intoNumber), formatMemberNumber(merge.intoNumber)),
        line("mergedPoints", merge.points, merge.points),
        line("comesBack", 0, merge.remaining),
        line("staysSpent", 0, merge.points - merge.remaining),
        line("addressTaken", taken, taken),
        line("cardsStayVoid", merge.voidCards, merge.voidCards),
        line("proxiesStayEnded", merge.endedProxies, merge.endedProxies),
      ],
      people: 1,
      points: merge.remaining,
    },
    reason,
    target: { kind: "member", id: merge.fromMemberId },
    sectionId: null,
    memberId: merge.fromMemberId,
    followsId,
  };
}

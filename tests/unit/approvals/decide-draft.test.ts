import { expect, test } from "vitest";
import { decideDraft } from "@/lib/approvals/decide-draft";

const say = (answer: ReturnType<typeof decideDraft>) => (answer.ok ? (answer.value.repeatOf ?? "new") : answer.reason);
const pending = { id: "first", isSamePayload: true, makerId: "maker" };
const followed = { state: "sent_back", makerId: "maker", isSameTarget: true, isFollowed: false };

test("the very same draft again is the first one; any other about the same thing waits", () => {
  expect(say(decideDraft("maker", undefined, "none"))).toBe("new");
  expect(say(decideDraft("maker", pending, "none"))).toBe("first");
  expect(say(decideDraft("maker", { ...pending, isSamePayload: false }, "none"))).toBe("draft_pending");
  expect(say(decideDraft("colleague", pending, "none"))).toBe("draft_pending");
});

test("a draft follows the maker's own one about the same that was sent back, once", () => {
  expect(say(decideDraft("maker", undefined, followed))).toBe("new");
  for (const change of [
    { state: "approved" },
    { makerId: "colleague" },
    { isSameTarget: false },
    { isFollowed: true },
  ]) {
    expect(say(decideDraft("maker", undefined, { ...followed, ...change }))).toBe("not_sent_back");
  }
  expect(say(decideDraft("maker", undefined, undefined))).toBe("not_sent_back");
});

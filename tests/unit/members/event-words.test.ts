import { expect, test } from "vitest";
import { ja } from "@/lib/i18n/catalogue";
import { memberEventKinds } from "@/lib/members/record-event";

test("every kind of line in a member's own log has its words, and no words are left over", () => {
  expect(Object.keys(ja.me.events).sort()).toEqual([...memberEventKinds].sort());
});

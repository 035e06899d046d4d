import { expect, test } from "vitest";
import { decideBlocks } from "@/lib/legal/decide-blocks";

test("an empty line parts paragraphs, and a heading is a block of its own", () => {
  expect(decideBlocks("# 登録\nだれでも登録できます。\n\n# ポイント\n無償です。\n\n期限があります。\n")).toEqual([
    { kind: "heading", text: "登録" },
    { kind: "paragraph", text: "だれでも登録できます。" },
    { kind: "heading", text: "ポイント" },
    { kind: "paragraph", text: "無償です。" },
    { kind: "paragraph", text: "期限があります。" },
  ]);
});

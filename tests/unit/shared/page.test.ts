import fc from "fast-check";
import { expect, test } from "vitest";
import { cutPage, isId, isNumber, isText, readKey, writeKey } from "@/lib/shared/page";

/** Any text that a column can hold, with what could be taken for a part of the key's own writing more often than by chance. */
const text = fc
  .array(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("~", "%", "%7e", "\n", "\r\n", "\t", "/", "&", "あ")))
  .map((pieces) => pieces.join("").replaceAll("\0", ""));
const texts = fc.array(text, { minLength: 1, maxLength: 4 });
const all = (parts: readonly string[]) => parts.map(() => isText);

test("a key of any texts comes back as it was, out of an address too", () => {
  fc.assert(
    fc.property(texts, (parts) => {
      const key = writeKey(parts);
      const sent = new URLSearchParams(`${new URLSearchParams({ after: key })}`).get("after") ?? "";
      expect(readKey(key, all(parts))).toEqual(parts);
      expect(sent).toBe(key);
    }),
  );
});

test("a key is of one line and names its parts apart, whatever is in them", () => {
  fc.assert(
    fc.property(texts, (parts) => {
      const key = writeKey(parts);
      expect(key).not.toMatch(/\p{Cc}/u);
      expect(key.split("~")).toHaveLength(parts.length);
    }),
  );
});

test("the page after a row whose name has the key's own sign goes on from that row", () => {
  const { next } = cutPage([{ name: "A~B\n" }, { name: "C" }], 1, ({ name }) => [name, 7]);
  expect(readKey(next ?? undefined, [isText, isNumber])).toEqual(["A~B\n", "7"]);
});

test.each([
  ["a part too many", "1~2", [isNumber]],
  ["a part too few", "1", [isNumber, isNumber]],
  ["a number that no column holds", "9999999999999999999", [isNumber]],
  ["a number below nought", "-1", [isNumber]],
  ["no number", "", [isNumber]],
  ["no id", "00000000-0000-4000-8000-00000000000g", [isId]],
  ["a sign that no text of the database holds", "a%00", [isText]],
  ["the same as it is", "a\0", [isText]],
  ["half a sign", "a\ud800", [isText]],
])("a key with %s is none", (_, key, checks) => {
  expect(readKey(key, checks)).toBeUndefined();
});

import { expect, test } from "vitest";
import { decideLogoFile, decideLogoSides, MOST_BYTES } from "@/lib/logos/decide-logo";

const bytes = (...start: (number | string)[]) =>
  Buffer.concat(start.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from([part]))));

test.each([
  ["png", bytes(0x89, "PNG\r\n", 0x1a, "\n")],
  ["jpeg", bytes(0xff, 0xd8, 0xff, 0xe0)],
  ["webp", bytes("RIFF", "1234", "WEBP")],
])("a %s is told by its first bytes", (kind, file) => {
  expect(decideLogoFile(file)).toEqual({ ok: true, value: kind });
});

test.each([
  ["nothing", Buffer.alloc(0), "logo_empty"],
  ["SVG", bytes('<svg xmlns="http://www.w3.org/2000/svg">'), "logo_no_picture"],
  ["AVIF", bytes(0, 0, 0, 0x20, "ftypavif"), "logo_no_picture"],
  ["GIF", bytes("GIF89a"), "logo_no_picture"],
  ["two megabytes and one byte", Buffer.alloc(MOST_BYTES + 1, 0xff), "logo_too_big"],
])("%s is refused", (_, file, reason) => {
  expect(decideLogoFile(file)).toEqual({ ok: false, reason });
});

test.each([
  [{ kind: "png", width: 64, height: 4096, pages: undefined }, undefined],
  [{ kind: "png", width: 63, height: 300, pages: undefined }, "logo_too_small"],
  [{ kind: "png", width: 300, height: 4097, pages: undefined }, "logo_too_wide"],
  [{ kind: "webp", width: 300, height: 300, pages: 2 }, "logo_no_picture"],
  [{ kind: "svg", width: 300, height: 300, pages: undefined }, "logo_no_picture"],
])("a picture that says %o is judged before it is drawn", (facts, reason) => {
  const decided = decideLogoSides(facts, facts.kind === "webp" ? "webp" : "png");
  expect(decided.ok ? undefined : decided.reason).toBe(reason);
});

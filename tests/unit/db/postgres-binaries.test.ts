import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { canEnter } from "@/db/postgres-binaries";

const STRANGER = { uid: 54_321, gid: 54_321 };

function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "komapo-folder-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("another account cannot enter what lies below a closed folder, however open that is itself", () => {
  const closed = makeFolder();
  const below = path.join(closed, "with spaces");
  mkdirSync(below);
  chmodSync(below, 0o777);
  chmodSync(closed, 0o700);
  expect(canEnter(below, STRANGER)).toBe(false);
  chmodSync(closed, 0o711);
  expect(canEnter(below, STRANGER)).toBe(true);
});

test("an ordinary user runs the server himself and needs no way for another", () => {
  expect(canEnter(makeFolder(), {})).toBe(true);
});

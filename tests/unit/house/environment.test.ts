import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { checkout } from "@/db/postgres-binaries";

const source = readFileSync(path.join(checkout, "lib/env.ts"), "utf8");
const example = readFileSync(path.join(checkout, ".env.example"), "utf8");

test(".env.example names every setting that lib/env.ts reads, and no other", () => {
  const read = new Set(
    [...source.matchAll(/^ {2}([A-Z_]+): |process\.env\.([A-Z_]+)/gm)].map(([, one, other]) => one ?? other),
  );
  const named = new Set([...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name));
  expect(named).toEqual(read);
});

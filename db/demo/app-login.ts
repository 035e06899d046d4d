import { createHmac } from "node:crypto";
import type { Sql } from "postgres";
import { appLoginRefusal, decideAppLogin } from "./decide-app-login";
import { withSql } from "./with-sql";

const ROLE = "komapo_app";
const WRONG_PASSWORD = "28P01";
/** The role has shown who it is, and may not yet enter the database: that comes with the migration. */
const NO_ENTRY = "42501";

/** The same at each start, and for whoever has the secrets that the book was made with: `INDEX_KEY` is the one that is never renewed. */
const passwordFrom = (indexKey = "") =>
  createHmac("sha256", Buffer.from(indexKey, "base64")).update(`password of ${ROLE}`).digest("base64url");

async function logsIn(url: string): Promise<boolean> {
  try {
    await withSql(url, (sql) => sql`select 1`);
    return true;
  } catch (thrown) {
    const { code } = thrown as { code?: string };
    if (code === WRONG_PASSWORD) return false;
    if (code === NO_ENTRY) return true;
    throw thrown;
  }
}

/** Has somebody arranged it: given it a password, or shut it? Only a superuser sees that; to anybody else it may be so. */
async function mayBeArranged(sql: Sql, isSuper: boolean): Promise<boolean> {
  if (!isSuper) return true;
  const [role] =
    await sql`select rolpassword is not null or not rolcanlogin as is_arranged from pg_authid where rolname = ${ROLE}`;
  return role?.is_arranged === true;
}

export interface AppLogin {
  url: string;
  /** Where the role has no password yet: gives it one; to be called once the role is there. */
  setPassword?: () => Promise<void>;
}

/**
 * Whom the app connects as beside the address `given`. The app refuses to run as one who may make roles, so it gets the role of its own. Changes
 * nothing; throws where the role cannot be had without changing what others may use.
 */
export async function findAppLogin(given: string, secrets: Record<string, string>): Promise<AppLogin> {
  return withSql(given, async (sql) => {
    const [user] = await sql`
      select rolsuper as is_super, rolsuper or rolcreaterole as may, to_regrole(${ROLE}) is not null as has_role
      from pg_roles where rolname = current_user`;
    if (!user?.may) return { url: given };
    const url = new URL(given);
    url.username = ROLE;
    url.password = passwordFrom(secrets.INDEX_KEY);
    const role = user.has_role
      ? { logsIn: await logsIn(url.href), mayBeArranged: await mayBeArranged(sql, user.is_super) }
      : { logsIn: false, mayBeArranged: false };
    const decision = decideAppLogin(role);
    if (decision === "refuse") throw new Error(appLoginRefusal);
    if (decision === "use") return { url: url.href };
    const setPassword = () =>
      withSql(given, async (later) => void (await later.unsafe(`alter role ${ROLE} password '${url.password}'`)));
    return { url: url.href, setPassword };
  });
}

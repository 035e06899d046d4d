import postgres, { type Sql } from "postgres";
import { onServer } from "../support/cluster";

/** A fresh database of its own, for checks to be run on and bugs to be planted in. */
export interface Copy {
  name: string;
  /** With the app's rights; as many sessions at once as the widest check has postings. */
  app: Sql;
  admin: Sql;
  url: string;
}

/** The widest check's simultaneous postings. */
const SESSIONS = 40;
const quiet = { onnotice: () => undefined };

let made = 0;

/** Does `work` on a copy of the server's database `template`, which is gone afterwards. */
export async function onCopy<T>(server: string, template: string, work: (copy: Copy) => Promise<T>): Promise<T> {
  made += 1;
  const name = `copy_${process.pid}_${made}`;
  const url = `${server}/${name}`;
  await onServer(server, (sql) => sql.unsafe(`create database ${name} template ${template}`));
  const app = postgres(url.replace("postgres@", "komapo_app@"), { ...quiet, max: SESSIONS });
  const admin = postgres(url, { ...quiet, max: 3 });
  try {
    return await work({ name, app, admin, url });
  } finally {
    await Promise.all([app, admin].map((sql) => sql.end({ timeout: 1 })));
    await onServer(server, (sql) => sql.unsafe(`drop database ${name} with (force)`));
  }
}

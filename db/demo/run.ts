import { mkdirSync } from "node:fs";
import path from "node:path";
import { fieldKeys } from "../../lib/env";
import { freePort } from "../embedded";
import { migrateDatabase } from "../migrate";
import { type RunningApp, startApp } from "./app";
import { ensureBuilt } from "./build";
import {
  type DemoDatabase,
  openGivenDatabase,
  removeEmbeddedData,
  startEmbeddedDatabase,
  stopEmbeddedDatabase,
} from "./database";
import { startOverHint } from "./decide-given-book";
import { currentGroups, forgetRun, noteGroup, noteHome, takeOver } from "./last-run";
import { startMailbox } from "./mailbox";
import { stopGroup } from "./processes";
import { listDemoPeople, runSeed } from "./seed";
import { chooseSecrets, dataFolder, forgetSecrets, readSecrets } from "./settings";
import { showTotpCodes } from "./totp-codes";

const WANTED_PORT = 3000;
const MAILBOX_PORT = 8025;

const say = (line: string) => process.stdout.write(`${line}\n`);

/** What must end when the demo ends, last started first. */
const endings: (() => Promise<void> | void)[] = [];
let ending: Promise<never> | undefined;

async function endAll(code: number): Promise<never> {
  for (const group of currentGroups()) await stopGroup(group);
  for (const end of endings.reverse()) {
    try {
      await end();
    } catch (thrown) {
      say(String(thrown));
    }
  }
  process.exit(code);
}

/** Ends once, however often it is asked: Ctrl-C reaches this process directly and through its parent. */
function end(code: number): Promise<never> {
  ending ??= endAll(code);
  return ending;
}

/** A process group has started: it must not outlive the demo, nor start while the demo ends. */
function started(group: number): void {
  noteGroup(group);
  if (ending) void stopGroup(group);
}

async function findPort(): Promise<number> {
  const wanted = Number(process.env.PORT || WANTED_PORT);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535)
    throw new Error(`PORT is no port: ${process.env.PORT}`);
  const port = await freePort(wanted);
  if (port !== wanted) say(`Port ${wanted} is taken, so port ${port} is used.`);
  return port;
}

/** Read anew each time: a fresh start forgets them. */
const demoSecrets = () => chooseSecrets(readSecrets().secrets, process.env);

async function openDatabase(): Promise<DemoDatabase> {
  const databaseUrl = process.env.DATABASE_URL;
  const migrationUrl = process.env.MIGRATION_DATABASE_URL;
  const fresh = process.argv.includes("--fresh");
  if (databaseUrl) {
    if (fresh) throw new Error("--fresh is for the embedded database; empty the one of DATABASE_URL yourself.");
    return openGivenDatabase({ databaseUrl, migrationUrl, secrets: demoSecrets() }, migrate);
  }
  if (fresh) {
    removeEmbeddedData();
    forgetSecrets();
  }
  endings.push(stopEmbeddedDatabase);
  const database = await startEmbeddedDatabase(!readSecrets().isNew, say);
  await migrate(database.migrationUrl);
  return database;
}

/** With the demo's keys: a book that an earlier version made may hold words to be sealed. */
const migrate = (url: string) => migrateDatabase(url, () => fieldKeys(demoSecrets().FIELD_KEYS));

const listPeople = (role: "citizen" | "staff") =>
  listDemoPeople()
    .filter((person) => person.role === role)
    .map(
      (person) => `    ${person.email.padEnd(24)} ${person.name}  ${[person.note, ...(person.roles ?? [])].join(", ")}`,
    )
    .join("\n");

function introduce(app: RunningApp, mailboxUrl: string): void {
  say(`
  Citizen   ${app.origin}/
  Staff     ${app.origin}/admin/sign-in
  Mailbox   ${mailboxUrl}/   (the sign-in codes arrive here, beside what the staff's authenticator apps show)

  Citizens who can sign in (any other address becomes a new member):
${listPeople("citizen")}
  Staff who can sign in:
${listPeople("staff")}

  Ctrl-C ends the demo; its data stays (${startOverHint(process.env.DATABASE_URL)}).`);
}

async function main(): Promise<void> {
  mkdirSync(dataFolder, { recursive: true });
  await takeOver();
  endings.push(forgetRun);
  const port = await findPort();
  say("Starting the database …");
  const database = await openDatabase();
  const mailbox = await startMailbox(MAILBOX_PORT, () => showTotpCodes(new Date()));
  endings.push(mailbox.stop);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...demoSecrets(),
    DATABASE_URL: database.appUrl,
    MIGRATION_DATABASE_URL: undefined,
    APP_ORIGIN: `http://localhost:${port}`,
    SMTP_URL: mailbox.smtpUrl,
    MAIL_FROM: "komapo <no-reply@komapo.example>",
  };
  if (!(await database.isSeeded())) {
    say("Making the demo's data …");
    await runSeed({ ...env, MIGRATION_DATABASE_URL: database.migrationUrl }, started);
    await database.markSeeded();
  }
  say("Building …");
  await ensureBuilt(env, started);
  const log = path.join(dataFolder, "app.log");
  const app = await startApp(port, env, log, started);
  noteHome(app.origin);
  app.process.once("exit", () => {
    if (!ending) say(`The app has ended by itself, see ${log}.`);
    void end(1);
  });
  introduce(app, mailbox.pageUrl);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(0));

main().catch((thrown: unknown) => {
  if (ending) return;
  say(thrown instanceof Error ? thrown.message : String(thrown));
  return end(1);
});

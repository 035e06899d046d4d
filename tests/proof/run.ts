import postgres from "postgres";
import { serveCity } from "../support/server";
import { appendOnly } from "./promises/append-only";
import { canariesUnread } from "./promises/canaries";
import { lastPieceOnce, nothingCarriedOver } from "./promises/counter";
import { earnedOnce } from "./promises/earned-once";
import { goesLive } from "./promises/go-live";
import { keysRotated } from "./promises/keys-rotated";
import { paidOnce } from "./promises/paid-once";
import { caughtBugs, soundLedger } from "./promises/planted-bugs";
import { roleChangeHolds, rolesRefused } from "./promises/roles-kept";
import { endedSessionRefused, oneFactorOpensNothing, replayRefused, totpWorksOnce } from "./promises/second-factor";
import { settingsEverywhere } from "./promises/settings-everywhere";
import { survivesRestart } from "./promises/survives-restart";
import { actDoneOnce, notOneself, oneOfTwoApprovers } from "./promises/two-persons";
import { tamperedRowNamed, verifiedClean } from "./promises/verified";
import type { Promised, Proof } from "./proof";
import { openWorkshop } from "./workshop";

const say = (line: string) => process.stdout.write(`${line}\n`);

/** In this order: the book is used, killed, and verified with all that is in it. */
const promises: readonly Promised[] = [
  ...[oneFactorOpensNothing, totpWorksOnce, replayRefused, endedSessionRefused],
  ...[
    earnedOnce,
    paidOnce,
    nothingCarriedOver,
    lastPieceOnce,
    notOneself,
    oneOfTwoApprovers,
    actDoneOnce,
    survivesRestart,
    appendOnly,
    verifiedClean,
    tamperedRowNamed,
  ],
  ...[rolesRefused, roleChangeHolds],
  ...[soundLedger, ...caughtBugs],
  ...[settingsEverywhere, canariesUnread],
  // Afterwards the city is another one, and then its keys are others.
  ...[goesLive, keysRotated],
];

function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== "ESRCH") throw thrown;
  }
}

async function prove({ name, run }: Promised, proof: Proof): Promise<boolean> {
  try {
    const seen = await run(proof);
    say(`PASS ${name}${seen ? ` – ${seen}` : ""}`);
    return true;
  } catch (thrown) {
    say(`FAIL ${name}: ${thrown instanceof Error ? thrown.message.replaceAll(/\s*\n\s*/g, " ") : thrown}`);
    return false;
  }
}

async function proveAll(proof: Proof): Promise<number> {
  let failed = 0;
  for (const promise of promises) failed += (await prove(promise, proof)) ? 0 : 1;
  say(`${promises.length - failed} PASS, ${failed} FAIL`);
  return failed;
}

/** Process groups of the city, for a run that is ended from outside. */
const groups = new Set<number>();
const killGroups = () => groups.forEach(killGroup);
process.once("exit", killGroups);
const city = await serveCity({ seeded: false, group: (pid) => void groups.add(pid) });
const admin = postgres(city.adminUrl, { max: 2, onnotice: () => undefined });
const workshop = await openWorkshop().catch(async (thrown: unknown) => {
  await city.stop();
  throw thrown;
});
try {
  Object.assign(process.env, city.env);
  // After the settings are known: they are read once.
  const { people } = await import("./people");
  process.exitCode = (await proveAll({ city, admin, people, workshop })) === 0 ? 0 : 1;
} finally {
  await admin.end({ timeout: 1 });
  workshop.stop();
  await city.stop();
  process.off("exit", killGroups);
}

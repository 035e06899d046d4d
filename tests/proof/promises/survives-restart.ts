import assert from "node:assert/strict";
import { killPostgres, startKilledPostgres } from "../../support/kill-postgres";
import { EARNED, SPENT } from "../amounts";
import { readBook } from "../book";
import { countReceipts, type Diary, goOn, openDiary } from "../crowd";
import type { Promised, Proof } from "../proof";

/** Receipts that have been answered when everything is killed: about half of all there will be. */
const ANSWERED = 30;

/** Lets the crowd go on until `stop` says so; resolves to how many were cut off in an act by what `stop` then did. */
async function cutOff({ people }: Proof, diaries: Diary[], stop: () => Promise<void>): Promise<number> {
  let [isStopped, isOver] = [false, false];
  const going = diaries.map(async (diary) => {
    try {
      await goOn(diary, people);
      return false;
    } catch (thrown) {
      isOver ||= !isStopped;
      if (!isStopped) throw thrown;
      return true;
    }
  });
  const crowd = Promise.all(going);
  crowd.catch(() => undefined);
  while (countReceipts(diaries) < ANSWERED && !isOver) await new Promise((resolve) => setTimeout(resolve, 2));
  isStopped = true;
  await stop();
  return (await crowd).filter(Boolean).length;
}

/** Kills the app with all its processes, and the database in the same moment. */
async function killAll({ city }: Proof, dir: string): Promise<void> {
  process.kill(-city.pid(), "SIGKILL");
  await killPostgres(dir);
}

async function expectKept({ admin }: Proof, diaries: Diary[]): Promise<void> {
  for (const { citizen, visitor, receipts } of diaries) {
    const { transfers } = await readBook(admin, citizen);
    for (const receipt of receipts) {
      assert.ok(transfers.includes(receipt), `the answered receipt ${receipt} is lost`);
      assert.ok(await visitor.opens(receipt), `the answered receipt ${receipt} does not open`);
    }
  }
}

/** What was not answered is done again, and is one event with what it had left behind. */
async function expectFinished({ admin, people }: Proof, diaries: Diary[]): Promise<void> {
  await Promise.all(diaries.map((diary) => goOn(diary, people)));
  for (const { citizen, receipts } of diaries) {
    const { balance, transfers } = await readBook(admin, citizen);
    assert.equal(transfers.length, 2 * people.offers.length);
    assert.deepEqual(new Set(transfers), receipts);
    assert.equal(balance, people.offers.length * (EARNED - SPENT));
  }
}

export const survivesRestart: Promised = {
  name: "app and database killed in mid-traffic: every answered receipt and every balance is there",
  async run(proof) {
    const { city, admin, people } = proof;
    const [server] = await admin<{ dir: string }[]>`select current_setting('data_directory') as dir`;
    const dir = String(server?.dir);
    const readQuiet = () => Promise.all([people.scanner, people.payer].map((citizen) => readBook(admin, citizen)));
    const before = await readQuiet();
    const diaries = people.crowd.map((citizen) => openDiary(city.origin, citizen));
    const cut = await cutOff(proof, diaries, () => killAll(proof, dir));
    const kept = countReceipts(diaries);
    startKilledPostgres(dir);
    await city.restart();
    assert.ok(cut > 0, "nobody was cut off");
    assert.deepEqual(await readQuiet(), before);
    await expectKept(proof, diaries);
    await expectFinished(proof, diaries);
    return `${kept} receipts kept, ${cut} acts cut off`;
  },
};

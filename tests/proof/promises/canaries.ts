import assert from "node:assert/strict";
import path from "node:path";
import { checkout } from "../../../db/postgres-binaries";
import { findIn, makeCanaries } from "../../support/canaries";
import { filesBelow } from "../../support/files-below";
import { act } from "../act";
import type { Promised, Proof } from "../proof";
import { Visitor } from "../visitor";

/** Two columns that a page and two actions need are away: what they do then is a fault of the app, not an answer. */
async function whileBroken(admin: Proof["admin"], use: () => Promise<void>): Promise<void> {
  const columns = [
    ["members", "nickname_encrypted"],
    ["sign_in_attempts", "email_encrypted"],
  ] as const;
  for (const [table, column] of columns) await admin.unsafe(`alter table ${table} rename ${column} to away`);
  try {
    await use();
  } finally {
    for (const [table, column] of columns) await admin.unsafe(`alter table ${table} rename away to ${column}`);
  }
}

/** What somebody types while the app fails stands in none of its answers. */
async function failWith({ city, admin, people }: Proof, canaries: Record<string, string>): Promise<void> {
  const visitor = new Visitor(city.origin, people.scanner);
  await visitor.type("changeNicknameAction", "/me", { nickname: canaries.nickname ?? "" });
  await whileBroken(admin, async () => {
    for (const answer of [
      await visitor.look("/me"),
      await visitor.type("changeNicknameAction", "/me", { nickname: canaries.nickname ?? "" }),
      await visitor.type("askCodeAction", "/sign-in", { email: canaries.email ?? "" }),
    ]) {
      assert.equal(answer.status, 500);
      assert.deepEqual(findIn(Buffer.from(JSON.stringify(answer)), canaries), []);
    }
  });
}

export const canariesUnread: Promised = {
  name: "what a person says of themselves is in no answer to a fault, no log of the app and no file of the database, the write-ahead log included",
  async run(proof) {
    const { city, admin, people } = proof;
    const { memberEmail: email, familyName, givenName, familyKana, givenKana, phone, bornOn, ...more } = makeCanaries();
    const { nickname, suspensionReason, appealText } = more;
    const typed = { email, familyName, givenName, familyKana, givenKana, phone, bornOn, suspensionReason, appealText };
    const canaries = { ...typed, nickname };
    const done = act(city, "admitTwice", { staffId: people.office.maker, ...typed });
    assert.deepEqual(done, [true, true, true, false]);
    await failWith(proof, canaries);
    await admin`checkpoint`;
    const [at] = await admin<{ folder: string }[]>`select current_setting('data_directory') as folder`;
    let files = 0;
    let bytes = 0;
    for (const folder of [String(at?.folder), path.join(checkout, "test-results")]) {
      for (const [file, content] of filesBelow(folder)) {
        if (folder !== at?.folder && !file.endsWith(".log")) continue;
        assert.deepEqual(findIn(content, canaries), [], file);
        files += 1;
        bytes += content.length;
      }
    }
    return `${files} files, ${Math.round(bytes / 1024 / 1024)} MB`;
  },
};

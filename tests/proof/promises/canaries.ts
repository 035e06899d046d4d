import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { checkout } from "../../../db/postgres-binaries";
import { findIn, makeCanaries } from "../../support/canaries";
import { act } from "../act";
import type { Promised } from "../proof";

function* filesBelow(folder: string): Generator<[string, Buffer]> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile()) yield [file, readFileSync(file)];
  }
}

export const canariesUnread: Promised = {
  name: "what a person says of themselves is in no log of the app and no file of the database, the write-ahead log included",
  async run({ city, admin, people }) {
    const { memberEmail: email, familyName, givenName, familyKana, givenKana, phone } = makeCanaries();
    const canaries = { email, familyName, givenName, familyKana, givenKana, phone };
    const done = act(city, "admitTwice", { staffId: people.office.maker, ...canaries });
    assert.deepEqual(done, [true, false]);
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

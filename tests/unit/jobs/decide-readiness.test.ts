import { expect, test } from "vitest";
import { decideReadiness, type ReadinessFacts } from "@/lib/jobs/decide-readiness";

const sound: ReadinessFacts = {
  fsync: "on",
  synchronousCommit: "on",
  fullPageWrites: "on",
  isSuperuser: false,
  isOwner: false,
  mayRewriteLedger: false,
  book: "real",
  clockOffsetSeconds: 0,
  hasPlainWords: false,
};

test("a durable database under the app's own role may be served", () => {
  expect(decideReadiness(sound)).toEqual([]);
  expect(decideReadiness({ ...sound, synchronousCommit: "remote_apply" })).toEqual([]);
});

test.each([
  ["fsync_off", { fsync: "off" }],
  ["synchronous_commit_off", { synchronousCommit: "off" }],
  ["full_page_writes_off", { fullPageWrites: "off" }],
  ["superuser", { isSuperuser: true }],
  ["owner", { isOwner: true }],
  ["ledger_writable", { mayRewriteLedger: true }],
  ["clock_moved_on_real_book", { clockOffsetSeconds: 1 }],
  ["no_book", { book: null }],
  ["plain_words", { hasPlainWords: true }],
] as const)("%s is a reason not to serve", (fault, change) => {
  expect(decideReadiness({ ...sound, ...change })).toEqual([fault]);
});

test("the clock of a demo or closed-test book may run ahead", () => {
  for (const book of ["demo", "closed_test"])
    expect(decideReadiness({ ...sound, book, clockOffsetSeconds: 3600 })).toEqual([]);
});

test("all reasons are named at once", () => {
  expect(decideReadiness({ ...sound, fsync: "off", isSuperuser: true, isOwner: true })).toHaveLength(3);
});

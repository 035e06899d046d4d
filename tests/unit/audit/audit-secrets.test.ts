import { expect, test } from "vitest";
import { findAuditSecrets } from "../../support/audit-secrets";

test.each([
  { email: "x" },
  { after: { contact: "hanako@example.jp" } },
  { familyName: "狛江" },
  { bornOn: "1950-01-01" },
  { code: "AbCdEfGhIjKlMnOpQrStUv" },
  { code: "7Q2M-9KXW" },
  { tokenHash: "00" },
])("what tells who a person is, or opens a door, is seen in %j", (told) => {
  expect(findAuditSecrets(told)).toHaveLength(1);
});

test.each([
  { name: "健康ウオーキング", points: 100, startsOn: "2026-04-01" },
  { shopId: "01a20d4d-a2fc-71ca-9a7f-000000000000", phone: "03-0000-0000", openingHours: "11時から20時" },
  null,
])("what a record is made of is left alone: %j", (told) => {
  expect(findAuditSecrets(told)).toEqual([]);
});

import { DrizzleQueryError } from "drizzle-orm";
import { expect, test } from "vitest";
import { describeFault } from "@/lib/log";

const secret = "hanako@example.jp";

test("a database error is told by its code and constraint; neither its message nor a parameter is written down", () => {
  const cause = Object.assign(new Error(`Key (email)=(${secret}) exists`), {
    code: "23505",
    constraint_name: "members_email",
  });
  const fault = describeFault(new DrizzleQueryError("insert into members values ($1)", [secret], cause));
  expect(fault).toMatchObject({ code: "23505", constraint: "members_email" });
  expect(JSON.stringify(fault)).not.toContain(secret);
});

test("an ordinary error is told by its name and place, not by its message", () => {
  const fault = describeFault(new TypeError(`cannot read ${secret}\n    at nothing ${secret}`));
  expect(fault.name).toBe("TypeError");
  expect(fault.stack?.join("\n")).toContain("log.test");
  expect(JSON.stringify(fault)).not.toContain(secret);
});

test("whatever is thrown can be described", () => {
  for (const thrown of [undefined, null, "text", 1, { message: secret }]) {
    expect(JSON.stringify(describeFault(thrown))).not.toContain(secret);
  }
});

import { expect, test } from "vitest";
import { parseEnvironment } from "@/lib/env";
import { testEnvironment } from "../support/test-environment";

test("a complete environment is accepted, its optional settings have defaults", () => {
  const env = parseEnvironment({ ...testEnvironment, LOG_LEVEL: undefined });
  expect(env.TRUSTED_PROXY_HOPS).toBe(0);
  expect(env.LOG_LEVEL).toBe("info");
  expect(env.FIELD_KEYS.map((entry) => entry.id)).toEqual(["t2", "t1"]);
});

test("an empty environment is refused with every missing name in one message", () => {
  const required = ["DATABASE_URL", "APP_ORIGIN", "AUTH_SECRET", "FIELD_KEYS", "INDEX_KEY", "SMTP_URL", "MAIL_FROM"];
  const refusal = () => parseEnvironment({});
  for (const name of required) expect(refusal).toThrow(`${name} is missing`);
});

test("wrong values are refused by name, and none of them is repeated in the message", () => {
  const wrong = {
    AUTH_SECRET: "hunter2",
    INDEX_KEY: "c2hvcnQ=",
    APP_ORIGIN: "http://localhost:3000/home",
    FIELD_KEYS: "secret",
  };
  let message = "";
  try {
    parseEnvironment({ ...testEnvironment, ...wrong });
  } catch (thrown) {
    message = String(thrown);
  }
  for (const [name, value] of Object.entries(wrong)) {
    expect(message).toContain(`${name} is not usable`);
    expect(message).not.toContain(value);
  }
});

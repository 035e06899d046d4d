import { expect, test } from "vitest";
import { decideAppLogin } from "@/db/demo/decide-app-login";

test("a role that lets the demo in is used as it is, whether it has a password or the server asks for none", () => {
  for (const mayBeArranged of [true, false]) expect(decideAppLogin({ logsIn: true, mayBeArranged })).toBe("use");
});

test("only a role that certainly nobody has arranged is given a password", () => {
  expect(decideAppLogin({ logsIn: false, mayBeArranged: false })).toBe("set");
  expect(decideAppLogin({ logsIn: false, mayBeArranged: true })).toBe("refuse");
});

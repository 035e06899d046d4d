import { randomBytes } from "node:crypto";
import { runOnCity } from "./offers";

/** Somebody new on the staff of the served city, made as on the first day: from the command line, which prints the enrolment code. */
export function hireFromCommandLine(...roles: string[]): { email: string; code: string } {
  const email = `staff-${randomBytes(6).toString("hex")}@example.jp`;
  const asked = ["--name", "狛江 花子", "--section", "情報政策課", "--email", email, "--everywhere"];
  const { stdout, stderr } = runOnCity(
    "lib/staff/add-staff-cli.ts",
    ...asked,
    ...roles.flatMap((role) => ["--role", role]),
  );
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(stdout)?.[0];
  if (!code) throw new Error(`staff:add printed no enrolment code: ${stdout} ${stderr}`);
  return { email, code };
}

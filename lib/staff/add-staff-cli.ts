import { parseArgs } from "node:util";
import { closeDatabase, db } from "@/db/client";
import { cityNow } from "@/lib/clock/city-now";
import { addStaff } from "./add-staff";
import { StaffInput } from "./input";
import { openInvitation } from "./open-invitation";
import { hasFactor } from "./queries";

const USAGE =
  "Usage: npm run staff:add -- --name NAME --email ADDRESS --section SECTION [--kind group] [--role ROLE]... [--everywhere]\n";

const say = (line: string) => void process.stdout.write(`${line}\n`);

function readArguments(): Record<string, unknown> {
  const text = { type: "string" } as const;
  const options = {
    ...{ name: text, email: text, section: text, kind: text },
    role: { type: "string", multiple: true },
    everywhere: { type: "boolean", default: false },
  } as const;
  const { role, ...values } = parseArgs({ options }).values;
  return { ...values, roles: role };
}

async function run(): Promise<number> {
  const input = StaffInput.safeParse(readArguments());
  if (!input.success) {
    const faults = input.error.issues.map((issue) => `--${String(issue.path[0])}: ${issue.message}`);
    process.stderr.write(`${USAGE}${faults.join("\n")}\n`);
    return 1;
  }
  const at = await cityNow();
  const { staffId, isRepeat } = await addStaff(input.data, at);
  if (isRepeat) say("This address is staff already; name, section and roles stay as they are.");
  if (isRepeat && (await hasFactor(staffId))) {
    say("The person has a passkey or an authenticator app; a lost one is replaced at /admin/staff.");
    return 0;
  }
  const code = await db.transaction((tx) => openInvitation(tx, { staffId, kind: "first", approvalId: null }, at));
  say(`Enrolment code, for 72 hours, shown this once: ${code}`);
  say("Hand it over in person. It is asked for at /admin/sign-in after the code that is mailed.");
  return 0;
}

try {
  process.exitCode = await run();
} finally {
  await closeDatabase();
}

import { parseArgs } from "node:util";
import { closeDatabase } from "@/db/client";
import { cityNow } from "@/lib/clock/city-now";
import { addStaff } from "./add-staff";
import { StaffInput } from "./input";

const USAGE = "Usage: npm run staff:add -- --name NAME --email ADDRESS --section SECTION [--role ROLE]…\n";

async function run(): Promise<number> {
  const text = { type: "string" } as const;
  const options = { name: text, email: text, section: text, role: { ...text, multiple: true } } as const;
  const { role: roles = [], ...values } = parseArgs({ options }).values;
  const input = StaffInput.safeParse({ ...values, roles });
  if (!input.success) {
    const faults = input.error.issues.map((issue) => `--${String(issue.path[0])}: ${issue.message}`);
    process.stderr.write(`${USAGE}${faults.join("\n")}\n`);
    return 1;
  }
  const { isRepeat } = await addStaff(input.data, await cityNow());
  process.stdout.write(
    isRepeat ? "This address is staff already; nothing was changed.\n" : "The person can sign in at /admin/sign-in.\n",
  );
  return 0;
}

try {
  process.exitCode = await run();
} finally {
  await closeDatabase();
}

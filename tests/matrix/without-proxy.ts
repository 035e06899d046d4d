import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkout } from "../../db/postgres-binaries";

/** The sources as they stand, changed ones included, without proxy.ts and with the packages linked hard: the builder follows no link out. */
function copyCheckout(folder: string): void {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: checkout,
  });
  for (const file of listed
    .toString()
    .split("\0")
    .filter((name) => name && name !== "proxy.ts")) {
    cpSync(path.join(checkout, file), path.join(folder, file), { recursive: true });
  }
  try {
    execFileSync("cp", ["-al", path.join(checkout, "node_modules"), folder]);
  } catch {
    execFileSync("cp", ["-a", path.join(checkout, "node_modules"), folder]);
  }
}

/** Builds, serves and walks a copy of the checkout without proxy.ts; resolves to its exit code. */
export async function walkWithoutProxy(flag: string): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), "komapo-without-proxy-"));
  try {
    copyCheckout(folder);
    const node = ["--conditions=react-server", "--import", "tsx", "tests/matrix/run.ts", flag];
    const child = spawn(process.execPath, node, { cwd: folder, stdio: "inherit" });
    return await new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A server takes files away while they are looked at: what is gone tells nothing any more. */
function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (thrown) {
    if ((thrown as { code?: string }).code === "ENOENT") return undefined;
    throw thrown;
  }
}

/** The files below a folder, one by one: a write-ahead log alone is sixteen megabytes. */
export function* filesBelow(folder: string): Generator<[string, Buffer]> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const bytes = entry.isFile() ? readIfThere(file) : undefined;
    if (bytes) yield [file, bytes];
  }
}

export type LegalBlock = { kind: "heading" | "paragraph"; text: string };

/** The blocks of a text as it is kept: apart by an empty line, a line that begins with `# ` is a heading of its own. */
export function decideBlocks(body: string): LegalBlock[] {
  return body
    .split(/\n\s*\n|(?<=^# .*)\n/m)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) =>
      part.startsWith("# ") ? { kind: "heading", text: part.slice(2).trim() } : { kind: "paragraph", text: part },
    );
}

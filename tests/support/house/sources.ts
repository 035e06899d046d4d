import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { checkout } from "../../../db/postgres-binaries";

export interface Source {
  /** From the project's root, with forward slashes. */
  file: string;
  text: string;
  tree: ts.SourceFile;
}

/** Reads TypeScript for looking at, not for running: parents are set, types are not known. */
export function parse(file: string, text: string): Source {
  const kind = file.endsWith(".tsx") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return { file, text, tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind) };
}

function listFiles(folder: string): string[] {
  return readdirSync(path.join(checkout, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    return entry.isDirectory() ? listFiles(file) : [file];
  });
}

/** All TypeScript below the given folders of the project. */
export function readSources(...folders: string[]): Source[] {
  return folders
    .flatMap(listFiles)
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"))
    .map((file) => parse(file, readFileSync(path.join(checkout, file), "utf8")));
}

export const lineOf = (source: Source, node: ts.Node): number =>
  source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree)).line + 1;

/** Every node of the tree for which `pick` says yes. */
export function findNodes<Node extends ts.Node>(source: Source, pick: (node: ts.Node) => node is Node): Node[] {
  const found: Node[] = [];
  const visit = (node: ts.Node): void => {
    if (pick(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source.tree);
  return found;
}

/** `file:line` with what is wrong there, for a list that says at one glance where to look. */
export const at = (source: Source, node: ts.Node, what = ""): string =>
  `${source.file}:${lineOf(source, node)} ${what}`.trim();

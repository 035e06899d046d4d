import ts from "typescript";
import { at, findNodes, type Source } from "./sources";

// Written in pieces, so that this file does not contain what it looks for.
const MARKS = [
  ["@ts", "ignore"],
  ["@ts", "expect-error"],
  ["@ts", "nocheck"],
  ["biome", "ignore"],
].map((parts) => parts.join("-"));
const UNFINISHED = new RegExp(`\\b(${["TO", "FIX"].map((half, index) => half + ["DO", "ME"][index]).join("|")})\\b`);

/** Words in comments that switch a check off or say that something is missing. */
export function findMarks(source: Source): string[] {
  return source.text.split("\n").flatMap((line, index) => {
    const mark = MARKS.find((word) => line.includes(word)) ?? UNFINISHED.exec(line)?.[0];
    return mark ? [`${source.file}:${index + 1} ${mark}`] : [];
  });
}

/** `any`, wherever it is written, and the `!` that talks the compiler out of a null. */
export const findLooseTypes = (source: Source): string[] => [
  ...findNodes(source, (node): node is ts.KeywordTypeNode => node.kind === ts.SyntaxKind.AnyKeyword).map((node) =>
    at(source, node, "any"),
  ),
  ...findNodes(source, ts.isNonNullExpression).map((node) => at(source, node, "!")),
];

const SWITCHED_OFF = new Set(["skip", "only", "todo", "fixme", "skipIf", "runIf", "fails"]);
const RUNNERS = new Set(["test", "it", "describe", "suite"]);

/** Tests that do not run, or keep others from running. */
export const findSwitchedOffTests = (source: Source): string[] =>
  findNodes(source, ts.isPropertyAccessExpression)
    .filter((node) => SWITCHED_OFF.has(node.name.text) && RUNNERS.has(node.expression.getText().split(".")[0] ?? ""))
    .map((node) => at(source, node, node.getText()));

/** What Next replaces while it builds; everything else is read by lib/env.ts. */
const BUILD_CONSTANTS = new Set(["NODE_ENV", "NEXT_RUNTIME"]);

export const findEnvironmentReads = (source: Source): string[] =>
  findNodes(source, ts.isPropertyAccessExpression)
    .filter((node) => node.getText() === "process.env")
    .filter((node) => !(ts.isPropertyAccessExpression(node.parent) && BUILD_CONSTANTS.has(node.parent.name.text)))
    .map((node) => at(source, node, node.parent.getText()));

const CLOCKS = new Set(["Date.now", "performance.now", "Math.random", "crypto.randomUUID", "Temporal.Now"]);

/** The clock and chance in a rule that must give the same answer for the same facts. */
export function findImpurity(source: Source): string[] {
  const reads = findNodes(source, ts.isPropertyAccessExpression).filter((node) => CLOCKS.has(node.getText()));
  const nows = findNodes(source, ts.isNewExpression).filter(
    (node) => node.expression.getText() === "Date" && (node.arguments?.length ?? 0) === 0,
  );
  const waits = findNodes(source, ts.isAwaitExpression);
  return [...reads, ...nows, ...waits].map((node) => at(source, node, node.getText().slice(0, 30)));
}

import ts from "typescript";
import { textsIn } from "./find-acts";
import { findNodes, type Source } from "./sources";

const isRefusalType = (node: ts.Node): node is ts.TypeAliasDeclaration =>
  ts.isTypeAliasDeclaration(node) && node.name.text.endsWith("Refusal");

const isRefusalList = (node: ts.Node): node is ts.VariableDeclaration =>
  ts.isVariableDeclaration(node) && node.name.getText().endsWith("Refusals");

const isRefuseCall = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && node.expression.getText() === "refuse";

/** The reasons that a source can refuse with: those it names in a type, in a list, or as it refuses. */
export const findRefusals = (source: Source): string[] =>
  [
    ...findNodes(source, isRefusalType).flatMap(({ type }) => textsIn(type)),
    ...findNodes(source, isRefusalList).flatMap(({ initializer }) => textsIn(initializer)),
    ...findNodes(source, isRefuseCall).flatMap(({ arguments: [reason] }) => textsIn(reason)),
  ].filter((text) => /^[a-z]+(_[a-z]+)*$/.test(text));

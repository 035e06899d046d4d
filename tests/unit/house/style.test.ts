import { expect, test } from "vitest";
import {
  findEnvironmentReads,
  findImpurity,
  findLooseTypes,
  findMarks,
  findSwitchedOffTests,
} from "../../support/house/find-escapes";
import { findJapanese, findLongFunctions, findOffToken } from "../../support/house/find-style-faults";
import { parse, readSources } from "../../support/house/sources";

const app = readSources("app", "components", "lib");
const everything = [...app, ...readSources("db", "tests")];
const ours = everything.filter(({ file }) => !file.startsWith("db/seed/data/"));
const linesOf = ({ text }: { text: string }) => text.split("\n").length - 1;

test("no file is longer than 200 lines", () => {
  const long = ours.filter((source) => linesOf(source) > 200);
  expect(long.map((source) => `${source.file} ${linesOf(source)}`)).toEqual([]);
});

test("half of the files are no longer than 60 lines", () => {
  const lengths = [...app, ...readSources("db")].map(linesOf).sort((one, other) => one - other);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(60);
});

test("no function is longer than 40 lines", () => {
  expect([...app, ...readSources("db", "tests/support")].flatMap(findLongFunctions)).toEqual([]);
});

test("no sentence in Japanese stands in code", () => {
  const tools = readSources("db").filter(({ file }) => !file.startsWith("db/seed/"));
  expect([...app, ...tools].flatMap(findJapanese)).toEqual([]);
});

test("sizes and colours of the screens come from the tokens", () => {
  expect(app.filter(({ file }) => file.endsWith(".tsx")).flatMap(findOffToken)).toEqual([]);
});

test("no check is talked out of its opinion and nothing is marked as unfinished", () => {
  expect([...everything.flatMap(findMarks), ...everything.flatMap(findLooseTypes)]).toEqual([]);
});

test("every test runs", () => {
  expect(everything.flatMap(findSwitchedOffTests)).toEqual([]);
});

test("the environment is read in lib/env.ts alone", () => {
  expect(app.filter(({ file }) => file !== "lib/env.ts").flatMap(findEnvironmentReads)).toEqual([]);
});

test("a decision reads no clock, rolls no dice and waits for nothing", () => {
  const decisions = app.filter(({ file }) => /\/decide-[^/]+\.ts$/.test(file));
  expect(decisions.length).toBeGreaterThan(0);
  expect(decisions.flatMap(findImpurity)).toEqual([]);
});

const see = (text: string) => parse("planted.tsx", text);
const long = `function long() {\n${"  1;\n".repeat(40)}}`;

test.each([
  ["Japanese in a string", () => findJapanese(see(`const a = "もらう";`))],
  ["Japanese in a template", () => findJapanese(see("const a = `ポイント`;"))],
  ["Japanese between tags", () => findJapanese(see("const a = <p>受付</p>;"))],
  ["a size in pixels", () => findOffToken(see(`const a = <p className="mt-[13px]" />;`))],
  ["a size in a style", () => findOffToken(see(`const a = <p style={{ width: "13px" }} />;`))],
  ["a hue of another palette", () => findOffToken(see(`const a = <p className="hover:bg-slate-500" />;`))],
  ["a colour by number", () => findOffToken(see(`const a = <p style={{ color: "#f00" }} />;`))],
  ["a long function", () => findLongFunctions(see(long))],
  ["a check switched off", () => findMarks(see(`// ${["@ts", "ignore"].join("-")}`))],
  ["an unfinished mark", () => findMarks(see(`// ${["TO", "DO"].join("")} later`))],
  ["a loose cast", () => findLooseTypes(see(["const a = b as", "any;"].join(" ")))],
  ["a denied null", () => findLooseTypes(see("const a = b!.c;"))],
  ["a test left out", () => findSwitchedOffTests(see(["test", 'skip("x", () => {});'].join(".")))],
  ["a read of the environment", () => findEnvironmentReads(see("const a = process.env.SECRET;"))],
  ["a clock in a decision", () => findImpurity(see("const a = new Date();"))],
  ["chance in a decision", () => findImpurity(see("const a = Math.random();"))],
])("%s is caught", (_, find) => {
  expect(find()).toHaveLength(1);
});

test("what only looks like a fault is left alone", () => {
  expect(findJapanese(see("// 予算\nconst a = /[ぁ-ん]/;"))).toEqual([]);
  expect(
    findOffToken(see(`const a = <a href="#content" className="bg-solid-gray-50 mt-4 text-std-16N-170" />;`)),
  ).toEqual([]);
  expect(findEnvironmentReads(see(`const a = process.env.NODE_ENV === "production";`))).toEqual([]);
  expect(findImpurity(see("const a = new Date(facts.at);"))).toEqual([]);
});

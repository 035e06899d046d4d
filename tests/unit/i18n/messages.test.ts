import { readdirSync, readFileSync } from "node:fs";
import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { catalogues, ja } from "@/lib/i18n/catalogue";
import { fillNames } from "@/lib/i18n/fill-names";

const names = {
  service_name: "めぐポ",
  unit_name: "コイン",
  city_name: "見本市",
  contact_phone: "03-0000-0000",
  contact_hours: "平日",
};

function sentences(tree: object, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value] as [string, string]] : sentences(value, `${path}${key}.`),
  );
}

test("a renamed service, unit, city and telephone reach every sentence, and no token is left", () => {
  const filled = fillNames(ja, names);
  expect(filled.shell.service).toBe("めぐポ");
  expect(filled.ui.unit).toBe("コイン");
  for (const [key, sentence] of sentences(filled)) expect(sentence, key).not.toMatch(/%\w+%/);
});

test("the pattern is not changed by filling it, and a name's own signs are taken as they are", () => {
  const pattern = { greeting: "%service%と%service%", inner: { unit: "%unit%" } };
  expect(fillNames(pattern, { ...names, service_name: "$& $1" })).toEqual({
    greeting: "$& $1と$& $1",
    inner: { unit: "コイン" },
  });
  expect(pattern.inner.unit).toBe("%unit%");
});

test("every sentence can be read by the grammar of messages", () => {
  const unreadable: string[] = [];
  for (const [key, sentence] of sentences(ja)) {
    const onError = ({ code }: { code: string }) => void (code === "INVALID_MESSAGE" && unreadable.push(key));
    createTranslator({ locale: "ja", messages: { sentence }, onError })("sentence");
  }
  expect(unreadable).toEqual([]);
});

test("no sentence names the service, the city or the unit itself: they are settings", () => {
  for (const [key, sentence] of sentences(ja)) expect(sentence, key).not.toMatch(/こまポ|狛江|ポイント/);
});

test.each(Object.entries(catalogues))("each file of %s is in the catalogue, and none is empty", (locale, catalogue) => {
  const files = readdirSync(`lib/i18n/messages/${locale}`).map((file) => file.replace(".json", ""));
  expect(Object.keys(catalogue).sort()).toEqual(files.sort());
  for (const [key, sentence] of sentences(catalogue)) expect(sentence.trim(), key).not.toBe("");
});

test.each(Object.keys(catalogues))("no file of %s has the same key twice in one place", (locale) => {
  for (const file of readdirSync(`lib/i18n/messages/${locale}`)) {
    const text = readFileSync(`lib/i18n/messages/${locale}/${file}`, "utf8");
    const keysWritten = [...text.matchAll(/^\s*"((?:[^"\\]|\\.)+)":/gm)].length;
    expect(keysWritten, file).toBe(countKeys(JSON.parse(text)));
  }
});

function countKeys(tree: object): number {
  return Object.values(tree).reduce((sum, value) => sum + 1 + (typeof value === "string" ? 0 : countKeys(value)), 0);
}

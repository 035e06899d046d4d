import { expect, test } from "vitest";
import { z } from "zod";
import { errorFor, formErrors, formValues } from "@/lib/shared/form";
import { joinDays, optionalText, typedCode, typedDay, typedDigits, typedText, typedTime } from "@/lib/shared/typed";

const read = (schema: z.ZodType, value: unknown) => {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : parsed.error.issues[0]?.message;
};

test("full-width, half-width and spaced digits are the same number", () => {
  const amount = typedDigits(1, 100_000);
  for (const typed of ["1234", "１２３４", " 1,234 ", "１，２３４", "1 234"]) expect(read(amount, typed)).toBe(1234);
});

test("what is no whole number in range is refused with its reason, never rounded", () => {
  const amount = typedDigits(1, 5000);
  expect(read(amount, undefined)).toBe("required");
  expect(read(amount, "　")).toBe("required");
  for (const typed of ["12.5", "-3", "1e3", "百", "0x10"]) expect(read(amount, typed)).toBe("not_a_number");
  expect(read(amount, "0")).toBe("too_small");
  for (const typed of ["5001", "9".repeat(19), "9".repeat(400)]) expect(read(amount, typed)).toBe("too_large");
});

test("text is trimmed and normalised before it is measured", () => {
  expect(read(typedText(5), " ｺﾏｴ　")).toBe("コマエ");
  expect(read(typedText(5), "　")).toBe("required");
  expect(read(typedText(5), "狛\u0000江\u0007")).toBe("狛江");
  expect(read(typedText(2), "狛江市")).toBe("too_long");
  expect(read(optionalText(5), undefined)).toBeUndefined();
  expect(read(optionalText(5), " ")).toBeUndefined();
});

test("a time of day is read however it is typed, and a time that does not exist is refused", () => {
  for (const typed of ["09:30", "9:30", "930", "0930", "９：３０"]) expect(read(typedTime(), typed)).toBe("09:30");
  for (const typed of ["24:00", "9:60", "noon"]) expect(read(typedTime(), typed)).toBe("not_a_time");
  expect(read(typedTime(), "")).toBe("required");
});

test("three typed parts become one day, and a day that does not exist is refused", () => {
  const typed = (year: string, month: string, day: string) =>
    joinDays({ "on.year": year, "on.month": month, "on.day": day }, ["on"]).on;
  expect(read(typedDay(), typed("２０２６", "5", "３"))).toBe("2026-05-03");
  expect(read(typedDay(), typed("", "", ""))).toBe("required");
  expect(read(typedDay(), typed("2026", "2", "30"))).toBe("not_a_day");
  expect(read(typedDay(), typed("2026", "", "3"))).toBe("not_a_day");
});

test("a typed code keeps its letters and one kind of hyphen", () => {
  for (const typed of ["7Q2M-9KXW", "７Ｑ２Ｍ−９ＫＸＷ", "7Q2Mー9KXW", " 7Q2M - 9KXW "]) {
    expect(read(typedCode(), typed)).toBe("7Q2M-9KXW");
  }
});

test("a form comes back with what was typed, without files, React's fields or secrets", () => {
  const form = new FormData();
  form.set("title", "清掃");
  form.set("password", "hidden");
  form.set("$ACTION_ID_1", "x");
  form.set("photo", new File(["x"], "x.png"));
  expect(formValues(form, ["password"])).toEqual({ title: "清掃" });
});

test("a number that is too small is told with the least that it can be", () => {
  const parsed = z.object({ points: typedDigits(5, 10) }).safeParse({ points: "4" });
  const say = (_: string, reason: string, least: number) => `${reason} ${least}`;
  expect(parsed.success ? [] : formErrors(parsed.error, say)).toEqual([{ field: "points", message: "too_small 5" }]);
});

test("each field is told its first fault, in the order of the form", () => {
  const shape = z.object({ title: typedText(3), points: typedDigits(1, 10) });
  const parsed = shape.safeParse({ title: "長すぎる題", points: "x" });
  const errors = parsed.success ? [] : formErrors(parsed.error, (field, reason) => `${field}:${reason}`);
  expect(errors).toEqual([
    { field: "title", message: "title:too_long" },
    { field: "points", message: "points:not_a_number" },
  ]);
  expect(errorFor({ values: {}, errors }, "points")).toBe("points:not_a_number");
  expect(errorFor(null, "points")).toBeUndefined();
});

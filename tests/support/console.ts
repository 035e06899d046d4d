import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { addDays, cityDay, cityInstant, endOfFiscalYear, fiscalYear, formatCityTime } from "@/lib/shared/city-time";
import { words } from "./words";

const programmes = words("programmes");
const activities = words("activities");
const shops = words("shops-admin");
const codes = words("codes");
const ui = words("ui");

/** Fills a form by its labels: texts, choices of a select, and days as their three numbers. */
export async function fillFields(page: Page, values: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
    if (day) await fillDay(page, label, day.slice(1).map(Number));
    else await fillText(page, label, value);
  }
}

async function fillText(page: Page, label: string, value: string): Promise<void> {
  const field = page.getByLabel(label).first();
  const isChoice = await field.evaluate((element) => element instanceof HTMLSelectElement);
  await (isChoice ? field.selectOption({ label: value }) : field.fill(value));
}

async function fillDay(page: Page, label: string, [year, month, day]: number[]): Promise<void> {
  const group = page.getByRole("group", { name: label });
  await group.getByLabel(ui("year")).fill(String(year));
  await group.getByLabel(ui("month")).fill(String(month));
  await group.getByLabel(ui("day")).fill(String(day));
}

/** The day that a form holds. */
async function readDay(page: Page, label: string): Promise<string> {
  const group = page.getByRole("group", { name: label });
  const parts = [ui("year"), ui("month"), ui("day")].map((part) => group.getByLabel(part).inputValue());
  return (await Promise.all(parts)).map((part) => part.padStart(2, "0")).join("-");
}

export async function createProgramme(page: Page, name: string, changes: Record<string, string> = {}): Promise<void> {
  await page.goto("/admin/programmes");
  await page.getByRole("link", { name: programmes("new") }).click();
  await page.getByRole("heading", { level: 1, name: programmes("new") }).waitFor();
  const today = await readDay(page, programmes("label.startsOn"));
  await fillFields(page, {
    [programmes("label.name")]: name,
    [programmes("label.domainId")]: "健康",
    [programmes("label.policyGoal")]: "歩く人をふやし、健康な人をふやす",
    [programmes("label.kpi")]: "参加者数 延べ1,000人",
    [programmes("label.fundingSource")]: "一般会計",
    [programmes("label.budget")]: "１０，０００",
    [programmes("label.points")]: "300",
    // As the form proposes, except on a fiscal year's last day: an activity of that evening would end after its programme.
    [programmes("label.endsOn")]: endOfFiscalYear(fiscalYear(addDays(today, 1))),
    ...changes,
  });
  await page.getByRole("button", { name: programmes("register"), exact: true }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

/** From its programme's page: an activity that is being held now, whose code grants now. */
export async function createActivity(page: Page, title: string, now: Date): Promise<void> {
  const minutes = (from: Date, count: number) => new Date(from.getTime() + count * 60_000);
  // Its code opens half an hour before it starts, and not before today: its programme begins today.
  const earliest = minutes(cityInstant(cityDay(now)), 30);
  const [start, end] = [new Date(Math.max(minutes(now, -60).getTime(), earliest.getTime())), minutes(now, 180)];
  await page
    .getByRole("link", { name: programmes("newActivity") })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: activities("new") }).waitFor();
  await fillFields(page, {
    [activities("label.title")]: title,
    [activities("label.place")]: "西河原公園",
    [activities("label.organiser")]: "健康推進課",
    [activities("label.audience")]: "どなたでも",
    [activities("label.summary")]: "多摩川の土手を、ゆっくり歩きます。",
    [activities("label.startsOn")]: cityDay(start),
    [activities("label.startsTime")]: formatCityTime(start),
    [activities("label.endsOn")]: cityDay(end),
    [activities("label.endsTime")]: formatCityTime(end),
  });
  await page.getByLabel(activities("windowKind.around")).check();
  await page.getByLabel(activities("claimLimit.once")).check();
  await page.getByRole("button", { name: activities("register"), exact: true }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

export async function createShop(page: Page, name: string, nameKana: string): Promise<void> {
  await page.goto("/admin/shops/new");
  await fillFields(page, {
    [shops("field.categoryId")]: "飲食",
    [shops("field.nameKana")]: nameKana,
    [shops("field.name")]: name,
    [shops("field.address")]: "狛江市元和泉1-1-1",
    [shops("field.openingHours")]: "11時から20時（水曜定休）",
    [shops("field.phone")]: "０３－００００－０００１",
    [shops("field.summary")]: "定食の店です。",
  });
  await page.getByRole("button", { name: shops("create") }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

/** From the page of an activity or a shop: issues its code, looks at the poster and prints it as a file. */
export async function issuePoster(page: Page): Promise<Buffer> {
  await page.getByRole("button", { name: codes("issue") }).click();
  return printPoster(page);
}

/** From the page of what a live code is for. */
export async function printPoster(page: Page): Promise<Buffer> {
  await page.getByRole("link", { name: codes("preview") }).click();
  await expect(page.getByRole("heading", { level: 1, name: codes("posterPage.title") })).toBeVisible();
  const printed = page.waitForEvent("download");
  await page.getByRole("link", { name: codes("posterPage.download") }).click();
  return readFile(await (await printed).path());
}

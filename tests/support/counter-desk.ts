import { expect, type Page } from "@playwright/test";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { words } from "./words";

const counter = words("counter");

/** Somebody who comes to the counter: names and numbers are of the test. */
export type Comer = { familyName: string; givenName: string; familyKana: string; givenKana: string; number: string };

/** Neither a row of digits nor of a birth date. */
export const PIN = "2580";
const BORN = "昭和23年3月5日";
const SMALL_KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロ";

const randomKana = (length: number) =>
  Array.from({ length }, () => SMALL_KANA[Math.floor(Math.random() * SMALL_KANA.length)]).join("");

/** Signs a new person up and ends at the menu of their visit. */
export async function signUp(page: Page): Promise<Comer> {
  const [familyKana, givenKana] = [randomKana(6), randomKana(4)];
  const names = { familyName: `和泉${familyKana}`, givenName: `花${givenKana}`, familyKana, givenKana };
  await page.goto("/admin/counter/new");
  for (const [name, typed] of Object.entries({ ...names, bornOn: BORN, phone: "03-1111-2222" }))
    await page.locator(`[name=${name}]`).fill(typed);
  await page.getByLabel(counter("new.ties.resident")).check();
  await page.getByLabel(counter("new.agrees")).check();
  await page.getByRole("button", { name: counter("new.submit") }).click();
  await expectVisitOf(page, names);
  const shown = await page.getByRole("region", { name: counter("now") }).textContent();
  const number = (/\d{4}-\d{4}-\d/.exec(shown ?? "")?.[0] ?? "").replaceAll("-", "");
  await expect(page.getByText(counter("menu.signedUp", { number: formatMemberNumber(number) }))).toBeVisible();
  return { ...names, number };
}

/** Every page of a visit names the one whose it is. */
export async function expectVisitOf(page: Page, { familyName, givenName }: Pick<Comer, "familyName" | "givenName">) {
  await expect(page.getByRole("region", { name: counter("now") })).toContainText(`${familyName} ${givenName}`);
}

/** Types what a reader or a person would into the field that has the focus, and Enter. */
export async function findPerson(page: Page, typed: string): Promise<void> {
  await page.goto("/admin/counter");
  await expect(page.getByLabel(counter("find.label"))).toBeFocused();
  await page.keyboard.insertText(typed);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: counter("confirm.title") }).waitFor();
}

/** On the page of a card: the member keys their PIN in twice, and the card is made. */
export async function issueCard(page: Page, pin = PIN): Promise<void> {
  await page.locator("[name=pin]").fill(pin);
  await page.locator("[name=pinAgain]").fill(pin);
  await page.getByRole("button", { name: counter("card.issue"), exact: true }).click();
}

export async function answer(page: Page, typed: string = BORN): Promise<void> {
  await page.locator("[name=answer]").fill(typed);
  await page.getByRole("button", { name: counter("confirm.submit") }).click();
}

/** Opens somebody's visit by their number and ends at its menu. */
export async function openVisit(page: Page, comer: Comer): Promise<void> {
  await findPerson(page, comer.number);
  await answer(page);
  await expectVisitOf(page, comer);
}

/** The counter's first page, and nothing of these people on it, nor in its address or title. */
export async function expectNobody(page: Page, ...people: Comer[]): Promise<void> {
  await expect(page).toHaveURL(/\/admin\/counter(\?|$)/);
  await expect(page.getByRole("heading", { name: counter("find.title") })).toBeVisible();
  // A document that has shown a visit is loaded anew first.
  await expect(async () => expectNothingOf(page, ...people)).toPass({ timeout: 10_000 });
}

/** A page that is just being loaded anew cannot be read: it is asked again. */
async function readAll(page: Page): Promise<string> {
  let read = "";
  await expect(async () => {
    read = `${page.url()} ${await page.title()} ${await page.content()}`;
  }).toPass({ timeout: 10_000 });
  return read;
}

/** Whatever page it is, it holds nothing of these people, shown or not. */
export async function expectNothingOf(page: Page, ...people: Comer[]): Promise<void> {
  const held = await readAll(page);
  for (const { familyName, givenName, familyKana, number } of people)
    for (const personal of [familyName, givenName, familyKana, number, formatMemberNumber(number)])
      expect(held).not.toContain(personal);
}

/** After an act: its receipt, with its owner's name on it. */
export async function expectReceipt(page: Page, title: string, comer: Comer): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeFocused();
  await expectVisitOf(page, comer);
}

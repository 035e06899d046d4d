import { expect, type JSHandle, type Page } from "@playwright/test";

/** What a walk has come past, in the order of the walk. */
type Past = { stops: Element[] };
/** `turn`: how many other stops came before it; `isAgain`: it had the focus once already, and lost it since. */
type Focus = { name: string; isRinged: boolean; isUncovered: boolean; turn: number; isAgain: boolean };

/** What has the focus, whether its ring is drawn, and whether a sticky bar lies over it. Nothing where the focus is nowhere. */
function describeFocus(past: JSHandle<Past>): Promise<Focus | undefined> {
  return past.evaluate(({ stops }) => {
    const element = document.activeElement;
    if (!element || element === document.body || element.id === "main") return undefined;
    const isAgain = stops.includes(element) && stops.at(-1) !== element;
    if (!stops.includes(element)) stops.push(element);
    const style = getComputedStyle(element);
    // A link on two lines has a box for each; of what is taller than the window only the part in view can be judged.
    const clip = ({ left, width, top, bottom, height }: DOMRect) =>
      height > innerHeight
        ? { left, width, top: Math.max(top, 0), height: Math.min(bottom, innerHeight) - Math.max(top, 0) }
        : { left, width, top, height };
    const lines = [...element.getClientRects()].map(clip);
    const points = lines.flatMap(({ left, width, top, height }) =>
      [0.25, 0.5, 0.75].map((part) => [left + width / 2, top + part * height] as const),
    );
    const inView = points.filter(([x, y]) => x >= 0 && x < innerWidth && y >= 0 && y < innerHeight);
    const isBar = (shown: Element | null): boolean =>
      shown !== null && (/fixed|sticky/.test(getComputedStyle(shown).position) || isBar(shown.parentElement));
    const isCovered = ([x, y]: readonly [number, number]) => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && !element.contains(hit) && !hit.contains(element) && isBar(hit);
    };
    // The button inside a date field is ringed by the browser itself.
    const hasOwnRing = element.matches("input[type=date]");
    const label = element.getAttribute("aria-label") ?? element.closest("label")?.textContent ?? "";
    const named =
      element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? label) : element.textContent;
    return {
      name: `${element.tagName.toLowerCase()} ${(named || label).trim().slice(0, 60)}`,
      isRinged: hasOwnRing || (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2),
      isUncovered: inView.length > 0 && !inView.some(isCovered),
      turn: stops.indexOf(element),
      isAgain,
    };
  });
}

/**
 * What the page offers to the Tab key from `#main` or from its beginning on, and the walk has not come past; and which of it is the page's
 * first. Boxes that scroll are left out: the browser stops at them, or at what is in them.
 */
function findMissed(past: JSHandle<Past>, start: Start): Promise<{ missed: string[]; isAtFirst: boolean }> {
  return past.evaluate(({ stops }, from) => {
    const selector =
      "a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [contenteditable], [tabindex]";
    const isOpen = (element: Element) =>
      element instanceof HTMLElement &&
      element.tabIndex >= 0 &&
      !element.matches(":disabled, input[type=hidden]") &&
      element.closest("[inert]") === null &&
      (element.closest(":modal") !== null || document.querySelector(":modal") === null) &&
      element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false });
    // Of radio buttons of one name Tab stops at one: the chosen one, or where none is chosen whichever comes first.
    const groupOf = (element: Element) =>
      element instanceof HTMLInputElement && element.type === "radio" && element.name
        ? [...document.querySelectorAll<HTMLInputElement>("input[type=radio]")].filter(
            ({ name, form }) => name === element.name && form === element.form,
          )
        : [element];
    const isPast = (element: Element) => groupOf(element).some((one) => stops.includes(one));
    const offered = [...document.querySelectorAll(selector)].filter(isOpen);
    const main = from === "#main" ? document.querySelector(from) : null;
    const isAfter = (element: Element) =>
      !main || Boolean(main.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
    const focused = document.activeElement;
    // Where the focus is shown, such as on the way past the frame, it may lie over what is judged next.
    if (focused instanceof HTMLElement) focused.blur();
    return {
      missed: offered
        .filter((element) => isAfter(element) && !isPast(element))
        .map((element) => element.outerHTML.slice(0, 160)),
      isAtFirst: offered[0] !== undefined && groupOf(offered[0]).some((one) => one === focused),
    };
  }, start);
}

type Start = "body" | "#main";

/** Begins at the top whatever has the focus, such as a summary of errors. */
async function beginAt(page: Page, start: Start): Promise<JSHandle<Past>> {
  return page.evaluateHandle((selector) => {
    const place = document.querySelector<HTMLElement>(selector);
    const had = place?.getAttribute("tabindex") ?? null;
    place?.setAttribute("tabindex", "-1");
    place?.focus();
    if (had === null) place?.removeAttribute("tabindex");
    return { stops: [] };
  }, start);
}

const SEEN = { isRinged: true, isUncovered: true };
/** Fields of a date or a time are one element with a stop for each part and one for the button. */
const MOST_PARTS = 8;

/** Presses Tab until the focus is nowhere; gives the names in order. */
async function walkOut(page: Page, past: JSHandle<Past>): Promise<string[]> {
  const names: string[] = [];
  for (let parts = 0, turn = -1; ; parts += 1) {
    await page.keyboard.press("Tab");
    const focus = await describeFocus(past);
    if (!focus) return names;
    const where = `${page.url()}: ${focus.name}`;
    // What scrolls into view may take a moment on a busy machine.
    if (!focus.isRinged || !focus.isUncovered) await expect.poll(() => describeFocus(past), where).toMatchObject(SEEN);
    if (focus.turn !== turn) parts = 0;
    expect(focus.isAgain || parts > MOST_PARTS, `${where}: the focus goes round or stays`).toBe(false);
    turn = focus.turn;
    names.push(focus.name);
  }
}

/**
 * Walks the page with Tab and gives the names in order. Fails where the focus is not seen, where something is not reached, and where the
 * focus is lost on the way instead of leaving the page after its last stop: from there the next Tab comes in at the page's first.
 */
export async function walkWithTab(page: Page, start: Start = "body"): Promise<string[]> {
  // Errors take the focus as soon as the page's scripts run, be that in the middle of the walk.
  const errors = page.locator("main [role=alert][tabindex='-1']");
  if ((await errors.count()) > 0) await expect(errors.first()).toBeFocused();
  const past = await beginAt(page, start);
  const names = await walkOut(page, past);
  await page.keyboard.press("Tab");
  expect(await findMissed(past, start), page.url()).toEqual({ missed: [], isAtFirst: true });
  await past.dispose();
  return names;
}

/** The same from the page's own part on: its frame is every page's, and walked on one. */
export const walkMainWithTab = (page: Page): Promise<string[]> => walkWithTab(page, "#main");

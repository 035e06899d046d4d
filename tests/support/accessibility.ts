import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

declare global {
  interface Window {
    /** What `axe.source` leaves in the page. */
    axe: typeof axe;
  }
}

/** Every rule of WCAG 2.2 A and AA that a machine can judge; target-size is off unless its tag is named. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
/** Not of WCAG, but a page in a page breaks them. */
const MORE_ON = Object.fromEntries(
  ["landmark-no-duplicate-main", "landmark-main-is-top-level"].map((rule) => [rule, { enabled: true }]),
);

const OPTIONS: axe.RunOptions = { runOnly: TAGS, rules: MORE_ON, resultTypes: ["violations"] };

/** Reading axe takes a page ten times as long as being judged by it, so a page reads it once. */
async function bringAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
}

/**
 * Zero violations; a failure names the rule, the element and what to do. The window is as tall as the page meanwhile: what
 * happens to lie half under the bottom navigation, and comes out with a scroll, is no small target.
 */
export async function expectNoViolations(page: Page): Promise<void> {
  // After a soft navigation the new page's title comes a moment behind the page.
  await expect(page).toHaveTitle(/./);
  const size = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (size) await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
  await bringAxe(page);
  const { violations } = await page.evaluate((options) => window.axe.run(document, options), OPTIONS);
  if (size) await page.setViewportSize(size);
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
  );
  expect(found, page.url()).toEqual([]);
}

/** Text at 200 %: every size is in rem, so the root's size moves them all. */
export async function enlargeText(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
}

/** Nothing sticks out to the side, and no box hides the end of its own text. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (element: Element) => element.closest("[data-scrolls], .overflow-x-auto") !== null;
    const sticksOut = (element: Element) => {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      // A picture is judged as a whole: what lies outside its frame is cut away on purpose.
      const isPartOfPicture = element instanceof SVGElement && element.ownerSVGElement !== null;
      if (box.width <= 1 || style.visibility === "hidden" || scrolls(element) || isPartOfPicture) return false;
      const isCut = style.overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1 && box.width > 1;
      return box.right > width + 1 || box.left < -1 || isCut;
    };
    const elements = [...document.body.querySelectorAll("*")].filter(sticksOut);
    const names = elements.map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`);
    return document.documentElement.scrollWidth > width ? ["the page itself", ...names] : names;
  });
  expect(wide, page.url()).toEqual([]);
}

/** What can be pressed and is smaller than 44 by 44 CSS px, hit box included. Links within a sentence may be as high as their line. */
export async function expectLargeTargets(page: Page): Promise<void> {
  const small = await page.evaluate(() => {
    const REACH = 21.5;
    const selector = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]";
    const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const isInSentence = (element: Element) => {
      const around = element.parentElement?.textContent?.trim() ?? "";
      return (
        getComputedStyle(element).display === "inline" && around.length > (element.textContent?.trim().length ?? 0)
      );
    };
    const isLarge = (element: Element) => {
      const target = element.closest("label") ?? element;
      target.scrollIntoView({ block: "center" });
      const box = target.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const points = [
        [x - REACH, y],
        [x + REACH, y],
        [x, y - REACH],
        [x, y + REACH],
      ] as const;
      return points.every(([left, top]) => {
        const hit = document.elementFromPoint(Math.min(Math.max(left, 1), innerWidth - 1), top);
        return hit !== null && (target.contains(hit) || (hit.closest("label")?.contains(element) ?? false));
      });
    };
    const isOffScreen = (element: Element) => element.getBoundingClientRect().width <= 1;
    const found = [...document.querySelectorAll(selector)].filter(
      (element) => isShown(element) && !isOffScreen(element) && !isInSentence(element) && !isLarge(element),
    );
    return found.map((element) => element.outerHTML.slice(0, 160));
  });
  expect(small, page.url()).toEqual([]);
}

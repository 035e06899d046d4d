import { enlargeText, expectLargeTargets, expectNoSideScroll, expectNoViolations } from "../support/accessibility";
import { sizes } from "../support/e2e";
import { memberScreens } from "../support/member-screens";
import { test } from "../support/screen-journey";
import { staffScreens } from "../support/screens";
import { walkMainWithTab, walkWithTab } from "../support/tab-walk";

/** What a browser's zoom of 200 % leaves of the window. */
const zoomed = { width: sizes.desk.width / 2, height: sizes.desk.height / 2 };

/** A member's pages are for whoever stands beside them with a phone, too. */
const isForPhones = (name: string) => name in memberScreens;

/** The page whose frame is walked too. */
const WHOLE = "/admin";

for (const [name, screen] of Object.entries(staffScreens)) {
  test(`${name}: nothing is lost, hidden, too small or unnamed at 1366 px, zoomed, or with text twice its size`, async ({
    openScreen,
  }) => {
    const page = await openScreen(screen, sizes.desk);
    await (name === WHOLE ? walkWithTab(page) : walkMainWithTab(page));
    await expectLargeTargets(page);
    await expectNoViolations(page);
    await page.setViewportSize(zoomed);
    await expectNoSideScroll(page);
    if (isForPhones(name)) {
      await page.setViewportSize(sizes.smallPhone);
      await expectNoSideScroll(page);
      await expectNoViolations(page);
    }
    await page.setViewportSize(sizes.desk);
    await enlargeText(page);
    await expectNoSideScroll(page);
    await expectNoViolations(page);
  });
}

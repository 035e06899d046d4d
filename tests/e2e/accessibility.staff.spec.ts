import {
  enlargeText,
  expectLargeTargets,
  expectNoSideScroll,
  expectNoViolations,
  walkMainWithTab,
  walkWithTab,
} from "../support/accessibility";
import { deskDevice, sizes } from "../support/e2e";
import { test } from "../support/journey";
import { staffScreens } from "../support/screens";

/** What a browser's zoom of 200 % leaves of the window. */
const zoomed = { width: sizes.desk.width / 2, height: sizes.desk.height / 2 };

/** The page whose frame is walked too. */
const WHOLE = "/admin";

for (const [name, screen] of Object.entries(staffScreens)) {
  test(`${name}: nothing is lost, hidden, too small or unnamed at 1366 px, zoomed, or with text twice its size`, async ({
    openDevice,
    staffState,
    counterState,
    auditorState,
    administratorState,
    approverState,
    citizen,
    offers,
    admin,
    faults,
  }) => {
    // One of the screens says that there is nothing here.
    faults.expected.push(/status of 404/);
    const states = {
      nobody: undefined,
      citizen: undefined,
      staff: staffState,
      counter: counterState,
      auditor: auditorState,
      administrator: administratorState,
      approver: approverState,
    };
    const storageState = states[screen.who];
    const page = await openDevice({ ...deskDevice, ...(storageState ? { storageState } : {}) });
    await screen.open(page, { offers, admin, ...citizen });
    await (name === WHOLE ? walkWithTab(page) : walkMainWithTab(page));
    await expectLargeTargets(page);
    await expectNoViolations(page);
    await page.setViewportSize(zoomed);
    await expectNoSideScroll(page);
    await page.setViewportSize(sizes.desk);
    await enlargeText(page);
    await expectNoSideScroll(page);
    await expectNoViolations(page);
  });
}

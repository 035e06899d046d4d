import { mkdirSync } from "node:fs";
import path from "node:path";
import { checkout } from "../../db/postgres-binaries";
import { deskDevice } from "../support/e2e";
import { test } from "../support/screen-journey";
import { citizenScreens, staffScreens } from "../support/screens";

// Pictures for people to look at: only where SCREENS names the folder to put them in.
const folder = process.env.SCREENS;
const fileName = (name: string) => `${name.replaceAll(/[^a-zA-Z]+/g, "-").replaceAll(/^-|-$/g, "") || "home"}.png`;

if (folder) {
  for (const [name, screen] of Object.entries({ ...citizenScreens, ...staffScreens })) {
    test(`a picture of ${name}`, async ({ openDevice, states, citizen, offers, admin, faults }) => {
      faults.expected.push(/status of 404/);
      const isDesk = name in staffScreens;
      const storageState = states[screen.who];
      const device = isDesk ? deskDevice : { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };
      const page = await openDevice({ ...device, ...(storageState ? { storageState } : {}) });
      await screen.open(page, { offers, admin, ...citizen });
      await page.waitForLoadState("networkidle");
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: path.resolve(checkout, folder, fileName(name)), fullPage: isDesk });
    });
  }
}

import { expect, type Page } from "@playwright/test";
import { pictureOfText } from "./code-video";
import { arriveNew } from "./joining-screens";
import { signUpWhereAsked } from "./people";
import type { Places, Screen, Screens } from "./screens";
import { words } from "./words";

const spending = words("spending");
const scan = words("scan");
const history = words("history");
const errors = words("errors");

/** Asks the till for this many points; ends at the check page, or where the form says what is wrong. */
async function askTill(page: Page, { offers }: Places, points: string): Promise<void> {
  await page.goto(`/s/${offers.shop.token}`);
  await page.getByLabel(spending("amount.label")).fill(points);
  await page.getByRole("button", { name: spending("amount.next") }).click();
}

/** The check page of a payment of one point. */
export async function openCheck(page: Page, places: Places): Promise<void> {
  await askTill(page, places, "1");
  await page.waitForURL(/\/check\//);
}

/** Somebody who has just signed up, without a point. */
const newcomer = (then: (page: Page, places: Places) => Promise<unknown>): Screen => ({
  who: "nobody",
  open: async (page, places) => {
    await arriveNew(page, process.env.E2E_MAILBOX ?? "");
    await signUpWhereAsked(page);
    await page.waitForURL((url) => url.pathname === "/");
    await then(page, places);
  },
});

/** The scan page with a browser whose camera answers so, pressed. `setUp` runs in the page. */
const camera = (setUp: () => void, shown: string): Screen => ({
  who: "nobody",
  open: async (page) => {
    await page.goto("/scan");
    await page.getByRole("button", { name: scan("camera.start") }).waitFor();
    await page.evaluate(setUp);
    await page.getByRole("button", { name: scan("camera.start") }).click();
    await page.getByText(shown).waitFor();
  },
});

function refuse(): void {
  navigator.mediaDevices.getUserMedia = async () => {
    throw new DOMException("", "NotAllowedError");
  };
}

/** A picture in which there is no code. */
function show(): void {
  const sheet = document.createElement("canvas");
  sheet.getContext("2d")?.fillRect(0, 0, sheet.width, sheet.height);
  navigator.mediaDevices.getUserMedia = async () => sheet.captureStream();
}

/** What a citizen meets on the way: empty, refused, out of date, filled in wrongly. */
export const stateScreens: Screens = {
  "/scan: the camera runs": camera(show, scan("camera.hold")),
  "/scan: the camera is refused": camera(refuse, scan("troubleText.refused")),
  "/scan: a foreign code": {
    who: "nobody",
    open: async (page) => {
      const photo = { name: "photo.png", mimeType: "image/png", buffer: pictureOfText("https://komae.example/e/1") };
      await page.goto("/scan");
      // What is chosen before the page's scripts run is not read.
      await expect(async () => {
        await page.getByLabel(scan("photo.choose")).setInputFiles(photo);
        await page.getByText(scan("refusal.foreign_site")).waitFor({ timeout: 2_000 });
      }).toPass();
    },
  },
  "/history: without a network": {
    who: "citizen",
    open: async (page) => {
      await page.goto("/history");
      await page.getByRole("heading", { level: 1, name: history("title") }).waitFor();
      await page.context().setOffline(true);
      await page.getByText(errors("offline.notice", { moment: "" }).split("。")[0] ?? "").waitFor();
    },
  },
  "/history: empty": newcomer(async (page) => {
    await page.goto("/history");
    await page.getByText(history("empty")).waitFor();
  }),
  "/s/[code]: nothing to spend": newcomer(async (page, { offers }) => {
    await page.goto(`/s/${offers.shop.token}`);
    await page.getByText(spending("amount.empty")).waitFor();
  }),
  "/s/[code]: closed": {
    who: "nobody",
    open: async (page, { offers }) => {
      await page.goto(`/s/${offers.closedShop.token}`);
      await page.getByText(spending("refusal.shop_closed")).waitFor();
    },
  },
  "/s/[code]: an error": {
    who: "citizen",
    open: async (page, places) => {
      await askTill(page, places, "99999");
      await page.getByRole("main").getByRole("alert").first().waitFor();
    },
  },
  "/s/[code]/check/[quote]: three minutes later": {
    who: "citizen",
    open: async (page, places) => {
      await openCheck(page, places);
      const quote = new URL(page.url()).pathname.split("/").at(-1) ?? "";
      await places.admin`update quotes set expires_at = opened_at + interval '1 ms' where id = ${quote}`;
      await page.reload();
      await page.getByText(spending("refusal.quote_expired")).waitFor();
    },
  },
  "/s/[code]/check/[quote]: replaced": {
    who: "citizen",
    open: async (page, places) => {
      await openCheck(page, places);
      const first = page.url();
      await openCheck(page, places);
      await page.goto(first);
      await page.getByText(spending("refusal.quote_closed")).waitFor();
    },
  },
};

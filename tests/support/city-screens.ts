import type { Screen, Screens } from "./screens";
import { words } from "./words";

const settings = words("settings");
const visit = (path: string): Screen => ({ who: "administrator", open: (page) => page.goto(path) });

/** The settings of the city as an administrator sees them. */
export const cityScreens: Screens = {
  "/admin/settings": visit("/admin/settings"),
  "/admin/settings/edit": visit("/admin/settings/edit"),
  "/admin/invitations": visit("/admin/invitations"),
  "/admin/invitations/new": visit("/admin/invitations/new"),
  "/admin/go-live": visit("/admin/go-live"),
  "/admin/settings/edit: what it will look like": {
    who: "administrator",
    open: async (page) => {
      await page.goto("/admin/settings/edit");
      await page.getByRole("button", { name: settings("check") }).click();
      await page.getByRole("heading", { name: settings("checkTitle") }).waitFor();
    },
  },
};

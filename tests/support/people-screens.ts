import type { Sql } from "postgres";
import { cityScreens } from "./city-screens";
import type { Screen, Screens } from "./screens";

async function findPerson(admin: Sql): Promise<string> {
  const [row] = await admin<{ id: string }[]>`select staff_id id from staff_roles where role = 'viewer' limit 1`;
  if (!row) throw new Error("The seed has no viewer.");
  return row.id;
}

const visit = (path: string): Screen => ({ who: "administrator", open: (page) => page.goto(path) });
const person = (after: string): Screen => ({
  who: "administrator",
  open: async (page, { admin }) => page.goto(`/admin/staff/${await findPerson(admin)}${after}`),
});

/** The staff and their roles, and the settings of the city, as an administrator sees them. */
export const peopleScreens: Screens = {
  ...cityScreens,
  "/admin/staff": visit("/admin/staff"),
  "/admin/staff/new": visit("/admin/staff/new"),
  "/admin/staff/roles": visit("/admin/staff/roles"),
  "/admin/staff/[id]": person(""),
  "/admin/staff/[id]/roles": person("/roles"),
  "/admin/staff/[id]/[act]": person("/recover"),
};

import { getSettings } from "@/lib/settings/queries";
import { drawIcon, type IconName } from "./draw-icon";
import { findCityLogo } from "./queries";

/** The last drawing of each icon, with what it was drawn from: anybody may ask for one, and drawing takes some milliseconds. */
const drawn = new Map<IconName, { from: string; png: Promise<Buffer> }>();

/** An icon as the settings have it now. */
export async function drawCityIcon(name: IconName): Promise<Buffer> {
  const { colour_primary: primary, colour_on_primary: onPrimary, logo_id } = await getSettings();
  const from = [primary, onPrimary, logo_id].join();
  const kept = drawn.get(name);
  if (kept?.from === from) return kept.png;
  const png = findCityLogo().then((logo) => drawIcon(name, { primary, onPrimary, logo }));
  drawn.set(name, { from, png });
  png.catch(() => drawn.delete(name));
  return png;
}

import type { MetadataRoute } from "next";
import { getSettings } from "@/lib/settings/queries";

/** Names and colours are settings, so it is made for each request. */
export const dynamic = "force-dynamic";

export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const { service_name, colour_primary } = await getSettings();
  return {
    name: service_name,
    short_name: service_name,
    lang: "ja",
    start_url: "/",
    display: "standalone",
    background_color: "#ffffff",
    theme_color: colour_primary,
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icon-maskable.svg", sizes: "any", type: "image/svg+xml", purpose: "maskable" },
      { src: "/apple-touch-icon.png", sizes: "180x180", type: "image/png" },
    ],
  };
}

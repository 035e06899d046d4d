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
      { src: "/icons/192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}

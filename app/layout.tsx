import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { NavStatus } from "@/components/ui/nav-pending";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getSettings } from "@/lib/settings/queries";
import { StyleNonce } from "./style-nonce";
import { TestBanner } from "./test-banner";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    title: { template: t("titlePattern"), default: t("service") },
    description: t("description"),
    applicationName: t("service"),
    icons: { icon: "/icons/192.png", apple: "/icons/180.png" },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export async function generateViewport(): Promise<Viewport> {
  const { colour_primary } = await getSettings();
  return { width: "device-width", initialScale: 1, viewportFit: "cover", themeColor: colour_primary };
}

/** The city's colours over the token names, and its logo over our mark. Colours are six hex digits, the logo's name a uuid: the settings allow nothing else. */
async function cityStyle(): Promise<string> {
  const { colour_primary, colour_on_primary, logo_id } = await getSettings();
  const logo = `.brand-mark{background:url(/logos/${logo_id}.png) center/contain no-repeat}.brand-mark>svg{display:none}`;
  return `:root{--color-primary:${colour_primary};--color-on-primary:${colour_on_primary}}${logo_id ? logo : ""}`;
}

/** Reads the nonce, so every page is rendered for its request, not-found included. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const t = await getTranslations("shell");
  return (
    <html lang={await getLocale()}>
      <head>
        <StyleNonce nonce={nonce} />
        <style nonce={nonce}>{await cityStyle()}</style>
      </head>
      <body>
        <a
          href="#main"
          className="sr-only bg-white text-link underline focus:not-sr-only focus:fixed focus:start-4 focus:top-4 focus:z-40 focus:p-3"
        >
          {t("skip")}
        </a>
        <TestBanner />
        <ClientMessages names={["errors"]}>{children}</ClientMessages>
        <NavStatus text={t("loading")} />
      </body>
    </html>
  );
}

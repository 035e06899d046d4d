import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

/** On every answer, errors and files too. `same-origin` and not stricter: a form sent without scripts needs its Origin. */
const headers = Object.entries({
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": "camera=(self), microphone=(), geolocation=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
}).map(([key, value]) => ({ key, value }));

/** What is no page runs nothing and stands in no frame; pages get their policy, with a nonce, from proxy.ts. */
const filePolicy = [
  {
    key: "Content-Security-Policy",
    value: "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  },
  { key: "X-Frame-Options", value: "DENY" },
];

const config: NextConfig = {
  reactStrictMode: true,
  typedRoutes: true,
  poweredByHeader: false,
  // The optimiser has had remote code execution; every picture is served as it is.
  images: { unoptimized: true },
  // A logo of two megabytes, and the form around it.
  experimental: { serverActions: { bodySizeLimit: "3mb" } },
  serverExternalPackages: ["pdfkit", "pino", "postgres"],
  turbopack: { root: import.meta.dirname },
  headers: async () => [
    { source: "/:path*", headers },
    { source: "/(api|_next)/:path*", headers: filePolicy },
    // proxy.ts leaves out what is only fetched ahead.
    { source: "/:path*", has: [{ type: "header", key: "next-router-prefetch" }], headers: filePolicy },
    { source: "/:file(.*\\.(?:js|svg|png|ico|wasm|webmanifest))", headers: filePolicy },
  ],
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);

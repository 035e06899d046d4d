import type { PageOrigins } from "@/lib/shared/page-origins";

/** Pages where somebody signs in, consents or works: never shown inside another site's page, whoever is listed. */
const neverFramed = /^\/(admin|sign-in|sign-up|consent|prove|join|me|m|api|c|busy|offline)(\/|$)/;

/** Who may show the page at this path in a frame. */
export const decideFrame = (path: string, { frame }: PageOrigins): string | null =>
  neverFramed.test(path) ? null : frame;

/**
 * Only scripts and styles that carry this answer's nonce run; WebAssembly is for the QR decoder. A form may lead on to the listed providers:
 * without scripts the browser follows its answer to them.
 */
export function decidePagePolicy(nonce: string, path: string, origins: PageOrigins): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "worker-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${["'self'", ...origins.formTargets].join(" ")}`,
    `frame-ancestors ${decideFrame(path, origins) ?? "'none'"}`,
  ].join("; ");
}

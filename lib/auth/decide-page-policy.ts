import type { PageOrigins } from "@/lib/shared/page-origins";

/** The page with the one button, to which every other one leads that is opened in a frame (`leaveFrame`). */
const FRAMED = "/framed";

/**
 * Who may show the page at this path in a frame. Any other page would stay in it by a soft navigation, whose request does not say that it is in
 * a frame, and somebody would be signed in there.
 */
export const decideFrame = (path: string, { frame }: PageOrigins): string | null => (path === FRAMED ? frame : null);

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

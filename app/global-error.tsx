"use client";

import { buttonClass } from "@/components/ui/button-style";
import errors from "@/lib/i18n/messages/ja/errors.json";
import "./globals.css";

const words = errors.global;

/** When even the frame of the pages fails. Built once, without settings or nonce: it must read well with no script at all. */
export default function GlobalErrorPage() {
  return (
    <html lang="ja">
      <body>
        <title>{words.title}</title>
        <main className="page-narrow flex flex-col gap-6 py-10">
          <h1 className="text-std-28B-150">{words.title}</h1>
          <p>{words.text}</p>
          <p>{words.ledger}</p>
          {/* A form without an action asks again for the page that was asked for, with no script. */}
          <form>
            <button type="submit" className={buttonClass("filled", "large", "primary")}>
              {words.retry}
            </button>
          </form>
        </main>
      </body>
    </html>
  );
}

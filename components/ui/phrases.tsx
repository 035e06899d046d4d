import "server-only";
import { loadDefaultJapaneseParser } from "budoux";
import { Fragment } from "react";

const parser = loadDefaultJapaneseParser();

/** Japanese that breaks between phrases only, also in browsers without `word-break: auto-phrase`. For headings and buttons. */
export function Phrases({ text }: { text: string }) {
  let start = 0;
  const parts = parser.parse(text).map((phrase) => {
    const part = { start, phrase };
    start += phrase.length;
    return part;
  });
  return (
    <span className="break-keep">
      {parts.map(({ start, phrase }) => (
        <Fragment key={start}>
          {start > 0 && <wbr />}
          {phrase}
        </Fragment>
      ))}
    </span>
  );
}

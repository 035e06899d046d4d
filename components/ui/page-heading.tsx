import type { ReactNode } from "react";
import { Phrases } from "./phrases";

/** The page's h1, with an optional sentence or two below. Only for server components; see `SectionHeading` for h2. */
export function PageHeading({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col gap-3">
      <h1 className="text-std-28B-150">
        <Phrases text={text} />
      </h1>
      {children}
    </div>
  );
}

export function SectionHeading({ text, id }: { text: string; id?: string }) {
  return (
    <h2 id={id} className="text-std-22B-150">
      <Phrases text={text} />
    </h2>
  );
}

import type { ComponentProps, ReactNode } from "react";

export interface TableProps {
  /** Says what the table is; it also names the box that scrolls sideways. */
  caption: string;
  captionHidden?: boolean;
  /** `thead`, `tbody`, `tfoot` with `Th` and `Td`. */
  children: ReactNode;
}

/** Positioned, so that words for screen readers only stay within the box, too. */
export function Table({ caption, captionHidden, children }: TableProps) {
  return (
    <section
      aria-label={caption}
      tabIndex={0}
      className="scroll-shadow relative overflow-x-auto rounded-8 border border-line"
    >
      <table className="w-full border-collapse wrap-normal text-dns-16N-130 [&_tbody_tr]:border-t [&_tbody_tr]:border-line">
        <caption className={captionHidden ? "sr-only" : "p-3 text-start text-std-17B-170"}>{caption}</caption>
        {children}
      </table>
    </section>
  );
}

interface CellLook {
  /** Numbers stand to the right, each digit as wide as the next. */
  numeric?: boolean;
  /** Dates, states and numbers of a receipt are never broken; other cells keep room for a few words. */
  unbroken?: boolean;
  /** A mark or a word alone: the column is no wider than what stands in it. */
  narrow?: boolean;
}

function cellClass({ numeric, unbroken, narrow }: CellLook): string {
  const side = numeric ? "text-end tabular-nums" : "text-start";
  const room = numeric || unbroken || narrow ? "whitespace-nowrap" : "min-w-32";
  return `${narrow ? "px-2" : "px-3"} py-3 align-top ${side} ${room}`;
}

type HeadProps = Omit<ComponentProps<"th">, "className"> & CellLook;
export function Th({ numeric = false, unbroken = false, narrow = false, scope = "col", ...rest }: HeadProps) {
  const ground = scope === "col" ? "bg-ground whitespace-nowrap" : "";
  return (
    <th scope={scope} className={`text-dns-16B-130 ${ground} ${cellClass({ numeric, unbroken, narrow })}`} {...rest} />
  );
}

export function Td({
  numeric = false,
  unbroken = false,
  narrow = false,
  ...rest
}: Omit<ComponentProps<"td">, "className"> & CellLook) {
  return <td className={cellClass({ numeric, unbroken, narrow })} {...rest} />;
}

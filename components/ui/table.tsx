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
}

function cellClass({ numeric, unbroken }: CellLook): string {
  const side = numeric ? "text-end tabular-nums" : "text-start";
  return `px-3 py-3 align-top ${side} ${numeric || unbroken ? "whitespace-nowrap" : "min-w-32"}`;
}

type HeadProps = Omit<ComponentProps<"th">, "className"> & CellLook;
export function Th({ numeric = false, unbroken = false, scope = "col", ...rest }: HeadProps) {
  const ground = scope === "col" ? "bg-ground whitespace-nowrap" : "";
  return <th scope={scope} className={`text-dns-16B-130 ${ground} ${cellClass({ numeric, unbroken })}`} {...rest} />;
}

export function Td({ numeric = false, unbroken = false, ...rest }: Omit<ComponentProps<"td">, "className"> & CellLook) {
  return <td className={cellClass({ numeric, unbroken })} {...rest} />;
}

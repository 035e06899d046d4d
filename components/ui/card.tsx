import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { NavPending } from "./nav-pending";

type CardElement = "div" | "section" | "article" | "li";

export function Card({ as: Element = "div", children }: { as?: CardElement; children: ReactNode }) {
  return (
    <Element className="relative flex flex-col gap-2 rounded-16 border border-line bg-white p-4">{children}</Element>
  );
}

/** The one link of a card, usually inside its heading: the whole card becomes its target. */
export function CardLink<T extends string>({ href, children }: { href: Route<T>; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="-my-2 inline-block min-w-11 py-2 text-link underline underline-offset-4 after:absolute after:inset-0 after:rounded-16 hover:decoration-3"
    >
      {children}
      <NavPending />
    </Link>
  );
}

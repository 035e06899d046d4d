import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type ButtonLook, type ButtonSize, type ButtonTone, buttonClass } from "./button-style";
import { Icon } from "./icon";
import { NavPending } from "./nav-pending";

export interface LinkProps<T extends string> {
  href: Route<T>;
  children: ReactNode;
  /** Next loads the target ahead of time unless this is false; use false in long lists. */
  prefetch?: false;
}

/** A link in or beside text; its padding makes it 44 px high without moving the lines around it, and lies above them. */
export function TextLink<T extends string>({ href, children, ...rest }: LinkProps<T>) {
  return (
    <Link
      href={href}
      className="relative -mx-1.5 -my-3 inline-block px-1.5 py-3 text-link underline underline-offset-4 hover:decoration-3"
      {...rest}
    >
      {children}
      <NavPending />
    </Link>
  );
}

interface LinkButtonProps<T extends string> extends LinkProps<T> {
  look?: ButtonLook;
  size?: ButtonSize;
  tone?: ButtonTone;
}

export function LinkButton<T extends string>(props: LinkButtonProps<T>) {
  const { look = "filled", size = "large", tone = "primary", children, ...rest } = props;
  return (
    <Link className={`relative overflow-hidden ${buttonClass(look, size, tone)}`} {...rest}>
      {children}
      <NavPending />
    </Link>
  );
}

/** A file (PDF, CSV), a route that is not a page, or another site: a plain anchor, so that nothing is loaded ahead of the press. */
export function FileLink({
  href,
  children,
  ...look
}: Omit<LinkButtonProps<string>, "href" | "prefetch"> & { href: string }) {
  return (
    <a href={href} className={buttonClass(look.look ?? "outlined", look.size ?? "medium", look.tone ?? "primary")}>
      {children}
    </a>
  );
}

export function BackLink<T extends string>({ href, children }: { href: Route<T>; children?: ReactNode }) {
  const t = useTranslations("ui");
  return (
    <Link
      href={href}
      className="phrases relative inline-flex min-h-11 items-center gap-1 text-link underline underline-offset-4"
    >
      <Icon name="back" />
      {children ?? t("back")}
      <NavPending />
    </Link>
  );
}

"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { NavPending } from "@/components/ui/nav-pending";

export interface ConsoleEntry {
  href: Route;
  label: string;
}

function currentAt(href: string, path: string): "page" | "true" | undefined {
  if (path === href) return "page";
  return href !== "/admin" && path.startsWith(`${href}/`) ? "true" : undefined;
}

export function ConsoleNav({ label, entries }: { label: string; entries: readonly ConsoleEntry[] }) {
  const path = usePathname();
  return (
    <nav
      aria-label={label}
      className="border-b border-line bg-ground p-3 lg:w-56 lg:shrink-0 lg:border-e lg:border-b-0 print:hidden"
    >
      <ul className="flex flex-wrap gap-1 lg:sticky lg:top-3 lg:flex-col">
        {entries.map(({ href, label: word }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={currentAt(href, path)}
              className="relative flex min-h-11 items-center rounded-8 border-s-4 border-transparent px-3 hover:underline aria-[current]:border-primary aria-[current]:bg-primary-soft aria-[current]:text-std-16B-170"
            >
              {word}
              <NavPending />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import type { Route } from "next";
import Link from "next/link";
import { NavPending } from "@/components/ui/nav-pending";

export type FilterTab = { href: Route; label: string; isCurrent: boolean };

/** Ways to narrow a list, in its address; the current one is marked. */
export function FilterTabs({ label, tabs }: { label: string; tabs: readonly FilterTab[] }) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-2 border-b border-line">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab.isCurrent ? "page" : undefined}
              prefetch={false}
              className="relative inline-flex min-h-11 items-center border-b-4 border-transparent px-4 text-link underline underline-offset-4 aria-[current]:border-primary aria-[current]:text-std-16B-170 aria-[current]:text-ink aria-[current]:no-underline"
            >
              {tab.label}
              <NavPending />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

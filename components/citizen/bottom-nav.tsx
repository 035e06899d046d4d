"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Icon, type IconName } from "@/components/ui/icon";
import { NavPending } from "@/components/ui/nav-pending";

type PlaceName = "home" | "scan" | "spend" | "history" | "me";
interface Place {
  name: PlaceName;
  href: Route;
  icon: IconName;
  /** Pages elsewhere that belong to this way. */
  also: readonly string[];
}

const places: readonly Place[] = [
  { name: "home", href: "/", icon: "home", also: [] },
  { name: "spend", href: "/shops", icon: "shop", also: ["/s"] },
  { name: "scan", href: "/scan", icon: "scan", also: ["/e"] },
  { name: "history", href: "/history", icon: "history", also: ["/receipts"] },
  { name: "me", href: "/me", icon: "person", also: [] },
];

function currentAt({ href, also }: Place, path: string): "page" | "true" | undefined {
  if (path === href) return "page";
  const roots = href === "/" ? also : [href, ...also];
  return roots.some((root) => path === root || path.startsWith(`${root}/`)) ? "true" : undefined;
}

function PlaceLink({ place, word, path }: { place: Place; word: string; path: string }) {
  const chip = place.name === "scan" ? "bg-primary text-on-primary" : "group-aria-[current]:bg-primary-soft";
  return (
    <Link
      href={place.href}
      aria-current={currentAt(place, path)}
      className="group relative flex min-h-16 min-w-14 flex-col items-center justify-center gap-1 px-1 py-2 text-dns-14N-130 text-quiet aria-[current]:text-dns-14B-130 aria-[current]:text-primary"
    >
      <span className={`rounded-full px-3 py-1 ${chip}`}>
        <Icon name={place.icon} />
      </span>
      {word}
      <NavPending />
    </Link>
  );
}

/** Five ways on, always at the lower edge; where large text leaves no room it stands at the end of the page instead. */
export function BottomNav({ label, words }: { label: string; words: Record<PlaceName, string> }) {
  const path = usePathname();
  return (
    <nav
      aria-label={label}
      data-bottom-nav
      className="bottom-0 z-20 border-t border-line bg-white pb-[env(safe-area-inset-bottom)] @2xs:sticky print:hidden"
    >
      <ul className="mx-auto flex max-w-2xl flex-wrap justify-around">
        {places.map((place) => (
          <li key={place.name}>
            <PlaceLink place={place} word={words[place.name]} path={path} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** One drawing per icon of the day, in the order of the catalogue's names. */
const drawings = [
  "M12 17a5 5 0 1 0 0-10 5 5 0 0 0 0 10ZM12 1v3M12 20v3M1 12h3M20 12h3M4.2 4.2l2.1 2.1M17.7 17.7l2.1 2.1M4.2 19.8l2.1-2.1M17.7 6.3l2.1-2.1",
  "M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5Z",
  "M12 2.5l2.9 6.2 6.6.8-4.9 4.6 1.3 6.7-5.9-3.3-5.9 3.3 1.3-6.7L2.5 9.5l6.6-.8Z",
  "M12 2.5c4 5 6.5 8.3 6.5 12a6.5 6.5 0 0 1-13 0c0-3.7 2.5-7 6.5-12Z",
  "M5 19C4 10 9 4 20 4c0 11-6 16-13 14M5 21c2-6 5-9 9-11",
  "M2 20 9 7l4 7 3-4 6 10Z",
  "M2 9c3-3 5-3 7 0s4 3 6.5 0 4.5-3 6.5 0M2 16c3-3 5-3 7 0s4 3 6.5 0 4.5-3 6.5 0",
  "M12 14a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM12 9c-3-6 3-6 0 0ZM14.5 11.5c6-3 6 3 0 0ZM12 14c3 6-3 6 0 0ZM9.5 11.5c-6 3-6-3 0 0Z",
];

/** The icon that every payment of one shop's day carries. */
export function DayIcon({ icon, label }: { icon: number; label: string }) {
  return (
    <svg role="img" aria-label={label} viewBox="0 0 24 24" className="size-12 shrink-0">
      <path
        d={drawings[icon]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

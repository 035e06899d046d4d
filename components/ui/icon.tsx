const paths = {
  home: "M3 11 12 3l9 8M6 9v11h4v-6h4v6h4V9",
  scan: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5M8 8h3v3H8zM13 8h3v3h-3zM8 13h3v3H8zM14 14h2v2h-2z",
  shop: "M4 10v10h16V10M3 10l2-6h14l2 6a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0M10 20v-5h4v5",
  history: "M4 12a8 8 0 1 0 2.5-5.8L4 8.5M4 4v4.5h4.5M12 8v4.5l3 2",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 21c0-4 3.5-6 8-6s8 2 8 6",
  help: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.700M12 17v.01",
  back: "M15 5l-7 7 7 7",
  forward: "M9 5l7 7-7 7",
  check: "M5 12.5l5 5L20 7",
  success: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8 12.5l3 3 5.5-6",
  error: "M8.3 3h7.400L21 8.3v7.400L15.7 21H8.3L3 15.700V8.3L8.3 3ZM12 7.5v6M12 16.5v.01",
  warning: "M12 4 2.5 20h19L12 4ZM12 10v5M12 17.5v.01",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v6M12 7.5v.01",
  print: "M7 8V3h10v5M7 17H4v-8h16v8h-3M7 14h10v7H7z",
  download: "M12 4v11M7 11l5 5 5-5M4 20h16",
  camera: "M4 8h3l2-3h6l2 3h3v11H4zM12 17a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z",
  close: "M6 6l12 12M18 6 6 18",
} as const;

export type IconName = keyof typeof paths;

/** Beside a word an icon is decoration; alone (never in buttons) it needs its own `label`. */
export function Icon({ name, label, className = "size-6" }: { name: IconName; label?: string; className?: string }) {
  const drawing = (
    <path
      d={paths[name]}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
  const shape = `shrink-0 ${className}`;
  return label ? (
    <svg role="img" aria-label={label} viewBox="0 0 24 24" className={shape}>
      {drawing}
    </svg>
  ) : (
    <svg aria-hidden="true" viewBox="0 0 24 24" className={shape}>
      {drawing}
    </svg>
  );
}

/** Icons of the domains (領域) that the city has named; a new domain's row may name any of them. */
const drawings: Record<string, string> = {
  heart: "M12 20C5 15 3 11.5 3 8.5A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 9 1.5C21 11.5 19 15 12 20Z",
  leaf: "M5 19C4 10 9 4 20 4c0 11-6 16-13 14M5 21c2-6 5-9 9-11",
  hands:
    "M3 13l4-3 5 2.5h3.5a1.5 1.5 0 0 1 0 3H11M3 19l3-1 6 2 8-4.5a1.6 1.6 0 0 0-2-2.5l-2.5 1.5M9 7a3 3 0 1 0 6 0 3 3 0 0 0-6 0",
  shop: "M4 10v10h16V10M3 10l2-6h14l2 6a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0",
};
const plain = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z";

/** A domain by picture and name. */
export function DomainMark({ name, icon }: { name: string; icon: string }) {
  return (
    <span className="inline-flex w-fit items-center gap-1 rounded-full bg-primary-soft px-3 py-1 text-std-16N-170 text-primary">
      <svg aria-hidden="true" viewBox="0 0 24 24" className="size-5 shrink-0">
        <path
          d={drawings[icon] ?? plain}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {name}
    </span>
  );
}

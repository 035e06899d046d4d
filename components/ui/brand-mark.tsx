/** The river, the young leaf and the coin; decoration beside the service's name. The root layout lays the city's own logo over it. */
export function BrandMark({ className = "size-8" }: { className?: string }) {
  return (
    <span aria-hidden="true" className={`brand-mark inline-block shrink-0 ${className}`}>
      <svg aria-hidden="true" viewBox="0 0 64 64" className="size-full">
        <circle cx="32" cy="32" r="30" className="fill-primary" />
        <g className="stroke-on-primary" fill="none" strokeLinecap="round">
          <path d="M14 35c6-6 12-6 18 0s12 6 18 0" strokeWidth="5" />
          <path d="M19 46c4.5-4.5 8.5-4.5 13 0s8.5 4.5 13 0" strokeWidth="5" />
        </g>
        <path d="M31 26c-7-2-9-8-7-13 6 1 9 6 7 13Zm3-1c0-6 3-10 9-10 1 6-2 10-9 10Z" className="fill-on-primary" />
      </svg>
    </span>
  );
}

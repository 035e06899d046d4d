import type { ReactNode } from "react";

/** What the sentence with the city's telephone is made of: a number that can be pressed, and hours that stay together. */
export const contactParts = {
  phone: (number: ReactNode) => (
    <a
      href={`tel:${String(number).replace(/[^\d+]/g, "")}`}
      className="relative -my-3 inline-block py-3 text-link tabular-nums underline underline-offset-4"
    >
      {number}
    </a>
  ),
  hours: (hours: ReactNode) => <span className="inline-block">{hours}</span>,
};

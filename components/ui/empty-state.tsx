import type { ReactNode } from "react";

/** One sentence that says why there is nothing, and at most one thing to do about it. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-4 rounded-16 bg-ground px-4 py-10 text-center">
      <p>{children}</p>
      {action}
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useCallback, useContext } from "react";
import { Button } from "@/components/ui/button";
import { touchVisitAction } from "./actions";
import { useIdle } from "./use-idle";

const Finish = createContext<() => void>(() => undefined);

/** Says that the act is done and its receipt stands here: the visit is over, and this page is the last thing seen of it. */
export const useFinish = () => useContext(Finish);

/** Ends a page of a visit after sixty seconds without a key or a touch, and says so fifteen before. */
export function VisitGuard({ visitId, children }: { visitId: string; children: ReactNode }) {
  const t = useTranslations("counter.idle");
  const isStillOpen = useCallback(() => touchVisitAction(visitId), [visitId]);
  const { remaining, finish } = useIdle(isStillOpen);
  return (
    <Finish value={finish}>
      {remaining !== undefined && (
        <div
          role="alert"
          className="fixed inset-x-0 top-0 z-40 flex flex-col items-center gap-3 border-b-4 border-warning-orange-2 bg-white p-6 text-center print:hidden"
        >
          <p className="text-std-24B-150">{t("title")}</p>
          <p>{t("text", { seconds: remaining })}</p>
          <Button look="filled">{t("stay")}</Button>
        </div>
      )}
      {children}
    </Finish>
  );
}

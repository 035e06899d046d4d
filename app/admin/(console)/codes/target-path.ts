import type { Route } from "next";
import { withQuery } from "@/components/admin/address";
import type { DoneAct } from "@/components/admin/done-notice";
import type { PosterFacts } from "@/lib/codes/find-poster";

/** The page of what a code is for; `done` names what has just been done to the code. */
export const targetPath = (facts: PosterFacts, done?: DoneAct): Route =>
  withQuery(facts.kind === "shop" ? `/admin/shops/${facts.shop.id}` : `/admin/activities/${facts.activity.id}`, {
    done,
  });

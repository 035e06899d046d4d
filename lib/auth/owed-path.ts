import "server-only";
import type { Route } from "next";
import type { Owed } from "@/lib/members/decide-owed";
import { sealResume } from "./resume";

const pages = { sign_up: "/sign-up", consent: "/consent" } as const;

/** Where what a member owes is asked for; `resumeTo`, a path that `decide-resume.ts` lists, is where it then leads. */
export function owedPath(owed: Owed, resumeTo?: string): Route {
  const resume = resumeTo && sealResume(resumeTo);
  return (resume ? `${pages[owed]}?to=${resume}` : pages[owed]) as Route;
}

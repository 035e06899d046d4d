import "server-only";
import type { Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cityNow } from "@/lib/clock/city-now";
import { type FormState, formValues } from "@/lib/shared/form";
import { isFresh } from "./decide-fresh";
import { requireMember, requireOwn } from "./guards";
import { sealResume } from "./resume";
import type { Member, Self } from "./self";

/** Whether the signed-in citizen showed a way in within five minutes. */
export const isProven = async ({ provenAt }: Pick<Self, "provenAt">): Promise<boolean> =>
  isFresh(provenAt, await cityNow());

/** Where they show one, to be led back to `resumeTo`, a path that `decide-resume.ts` lists. */
export const provePath = (resumeTo: string): Route => `/prove?to=${sealResume(resumeTo) ?? ""}` as Route;

/**
 * For a page that changes how its member comes in: the signed-in citizen who showed a way in within five minutes. Anybody else who is signed
 * in is led to /prove and back to `resumeTo`.
 */
export async function requireProvenMember(resumeTo: string): Promise<Member> {
  const found = await requireMember(resumeTo);
  return (await isProven(found)) ? found : redirect(provePath(resumeTo));
}

/**
 * The same for what is open, too, to those who do not agree to new terms: taking one's own data along, and leaving. Somebody else may hold the
 * phone. For a page, a download, and an action in whose form nothing is typed.
 */
export async function requireProvenSelf(resumeTo: string): Promise<Member> {
  const found = await requireOwn(resumeTo);
  return (await isProven(found)) ? found : redirect(provePath(resumeTo));
}

/**
 * The same for an action. What was typed is not lost: where the proof is stale, `answer` is the form again as it was sent, with a notice whose
 * link opens /prove in a new tab (show it by `FormNotice`). `secrets` are fields not to be repeated.
 */
export async function requireProvenMemberAct(
  form: unknown,
  secrets: readonly string[] = [],
): Promise<{ ok: true; member: Member } | { ok: false; answer: NonNullable<FormState> }> {
  const member = await requireMember();
  if (await isProven(member)) return { ok: true, member };
  const t = await getTranslations("ways.stale");
  const notice = {
    kind: "warning",
    title: t("title"),
    text: t("text"),
    link: { href: "/prove", text: t("link") },
  } as const;
  return { ok: false, answer: { values: formValues(form, secrets), errors: [], notice } };
}

import "server-only";
import bowser from "bowser";
import { headers } from "next/headers";

/** Longer ones are made to be looked at by nobody. */
const LONGEST = 400;

/** A browser and its system in few words, `Chrome 142 / Windows`, as they name themselves; empty where they do not. */
export function describeDevice(userAgent: string | null): string {
  if (!userAgent) return "";
  const { browser, os } = bowser.parse(userAgent.slice(0, LONGEST));
  const version = browser.version?.split(".")[0];
  const program = [browser.name, version].filter(Boolean).join(" ");
  return [program, os.name].filter(Boolean).join(" / ").slice(0, 80);
}

/** The device that this request comes from. */
export const describeOwnDevice = async (): Promise<string> => describeDevice((await headers()).get("user-agent"));

import "server-only";
import bowser from "bowser";
import { headers } from "next/headers";

/** Longer ones are made to be looked at by nobody. */
const LONGEST = 400;

/** Programs and systems that are known by name: what else a browser calls itself may be its owner's own words, and is kept nowhere. */
const [programs, systems] = [bowser.BROWSER_MAP, bowser.OS_MAP].map((names) => new Set<string>(Object.values(names)));
const known = (names: Set<string> | undefined, name: string | undefined) =>
  name && names?.has(name) ? name : undefined;

/** A browser and its system in few words, `Chrome 142 / Windows`; empty where it names none that is known. */
export function describeDevice(userAgent: string | null): string {
  if (!userAgent) return "";
  const { browser, os } = bowser.parse(userAgent.slice(0, LONGEST));
  const name = known(programs, browser.name);
  const version = /^\d{1,4}/.exec(browser.version ?? "")?.[0];
  const program = [name, name && version].filter(Boolean).join(" ");
  return [program, known(systems, os.name)].filter(Boolean).join(" / ");
}

/** The device that this request comes from. */
export const describeOwnDevice = async (): Promise<string> => describeDevice((await headers()).get("user-agent"));

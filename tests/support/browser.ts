/** A browser's cookies and the headers it sends, in the place of next/headers: `vi.mock("next/headers", () => import("…/support/browser"))`. */
type Jar = Map<string, string>;

let jar: Jar = new Map();
let sent = new Headers();

/** Goes on as another browser, or as one opened before. Gives its jar, to come back to it. */
export function useBrowser(browser: Jar = new Map()): Jar {
  jar = browser;
  sent = new Headers();
  return jar;
}

export const sendHeaders = (values: Record<string, string>) => {
  sent = new Headers(values);
};

export const cookies = async () => ({
  get: (name: string) => {
    const value = jar.get(name);
    return value === undefined ? undefined : { name, value };
  },
  set: (name: string, value: string, options: { maxAge?: number }) => {
    if (options.maxAge === 0) jar.delete(name);
    else jar.set(name, value);
  },
});

export const headers = async () => sent;

/** A browser for tests without one: it keeps a site's cookies and follows its redirects. */
export function openUserAgent() {
  const jar = new Map<string, string>();

  function keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const [name = "", ...value] = pair.split("=");
      if (value.join("=") === "" || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value.join("="));
    }
  }

  async function ask(url: string): Promise<Response> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { redirect: "manual", headers: { cookie } });
    keep(response);
    return response;
  }

  /** Goes where `url` leads, through the site's own redirects, until it leaves the site or a page is shown. Gives the last address. */
  async function follow(url: string): Promise<{ url: string; page?: string }> {
    const site = new URL(url).origin;
    let at = url;
    for (let steps = 0; steps < 15; steps += 1) {
      const response = await ask(at);
      const location = response.headers.get("location");
      if (!location) return { url: at, page: await response.text() };
      at = new URL(location, at).href;
      if (new URL(at).origin !== site) return { url: at };
    }
    throw new Error(`no end of redirects at ${site}`);
  }

  return { follow, forget: () => jar.clear() };
}

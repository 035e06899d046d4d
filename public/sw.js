// Network only: no page and no balance is ever kept. The one thing kept is the page that says there is no network.
const CACHE = "offline-2";
const OFFLINE = "/offline";

async function keepOfflinePage() {
  const cache = await caches.open(CACHE);
  const page = await fetch(OFFLINE, { cache: "reload" });
  if (!page.ok) throw new Error(`${OFFLINE} answered ${page.status}`);
  const styles = [...(await page.clone().text()).matchAll(/\/_next\/static\/[^"\\]+\.css/g)].map(
    ([address]) => address,
  );
  await cache.put(OFFLINE, page);
  await cache.addAll([...new Set(styles)]);
}

async function dropOldCaches() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

async function openPage(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return (await caches.match(OFFLINE)) ?? Response.error();
  }
}

async function openStyle(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(request)) ?? Response.error();
  }
}

self.addEventListener("install", (event) => event.waitUntil(keepOfflinePage()));
self.addEventListener("activate", (event) => event.waitUntil(dropOldCaches()));
self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  if (event.request.mode === "navigate") event.respondWith(openPage(event));
  else if (event.request.destination === "style") event.respondWith(openStyle(event.request));
});

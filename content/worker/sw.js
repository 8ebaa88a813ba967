/* What opens without a connection, for those who asked for it: the pages that device.json names, and what they are
   drawn with. The network comes first, and what it brings takes the place of what is kept; without it, or when it
   takes too long, what is kept is shown. device.js registers it; its version changes with what there is to keep, and
   a new one takes over only when it has everything. It stands at the site's root and knows nothing above that. */
"use strict";

const ROOT = registration.scope;
const OURS = `tertulia ${ROOT} `;
const NAME = `${OURS}@version@`;
const LIST = new URL(new URL(location).searchParams.get("list"), ROOT);
const PATIENCE = 4000;

const isOwn = answer => answer.ok && answer.type === "basic" && !answer.redirected;

/** Everything into a cache of this version, or nothing: without one of its files a page would be half a page. */
const fill = async () => {
  const cache = await caches.open(NAME);
  try {
    const { files } = await (await fetch(LIST, { cache: "no-store" })).json();
    await Promise.all(files.map(async file => {
      const address = new URL(file, ROOT);
      const answer = await fetch(address, { cache: "no-cache" });
      if (!isOwn(answer)) throw new Error(`${answer.status}: ${address}`);
      await cache.put(address, answer);
    }));
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
};

const sweep = async () => {
  const old = (await caches.keys()).filter(name => name.startsWith(OURS) && name !== NAME);
  await Promise.all(old.map(name => caches.delete(name)));
};

const inTime = asked => Promise.race([
  asked, new Promise((_, late) => { setTimeout(() => late(new Error("late")), PATIENCE); }),
]);

const answer = async request => {
  // Forgotten, but not yet left: nothing is kept any more.
  if (!(await caches.has(NAME))) return fetch(request);
  const cache = await caches.open(NAME);
  const kept = await cache.match(request.url, { ignoreSearch: true, ignoreVary: true });
  try {
    const asked = fetch(request);
    const fresh = await (kept ? inTime(asked) : asked);
    if (kept && isOwn(fresh)) await cache.put(request.url.replace(/[?#].*/, ""), fresh.clone());
    return kept && fresh.status >= 500 ? kept : fresh;
  } catch (error) {
    if (kept) return kept;
    const entrance = request.mode === "navigate" && await cache.match(new URL("device/", LIST));
    if (entrance) return entrance;
    throw error;
  }
};

addEventListener("install", event => event.waitUntil(fill().then(() => skipWaiting())));
addEventListener("activate", event => event.waitUntil(sweep().then(() => clients.claim())));
addEventListener("fetch", event => {
  if (event.request.method === "GET" && event.request.url.startsWith(ROOT)) event.respondWith(answer(event.request));
});

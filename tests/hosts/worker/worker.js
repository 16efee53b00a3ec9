// What most workers do: an answer is kept once it has been had, and given from then on.
addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
addEventListener("fetch", (event) => event.respondWith(kept(event.request)));

async function kept(request) {
  const cache = await caches.open("app");
  const known = await cache.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

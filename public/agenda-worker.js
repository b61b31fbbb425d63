// Keeps one agenda for times without network: its page, and the scripts, styles and fonts that the page needs. Nothing
// else of the portal passes through here. Its scope is the address of one agenda; see docs/decisions/0115.
const scope = new URL(self.registration.scope);
const store = `pomost-agenda ${scope.pathname}`;
/** So long a page is waited for while there is something to show instead. */
const patience = 8000;

/** The name under which an address of this agenda is kept; null for what is none. */
function nameOf(address) {
  const url = new URL(address);
  if (url.origin !== scope.origin || url.pathname !== scope.pathname) return null;
  return url.searchParams.get("scope") === "organisation" ? `${scope.pathname}?scope=organisation` : scope.pathname;
}

function isPart(address) {
  const url = new URL(address);
  return url.origin === scope.origin && url.pathname.startsWith("/_next/static/");
}

/** Addresses of everything static that a page or a style sheet names. */
function listParts(text) {
  const named = text.matchAll(/(?:\/_next\/)?static\/[\w./~%-]+\.(?:js|css|woff2)/g);
  const relative = text.matchAll(/url\(["']?\.\.\/([\w./~%-]+\.woff2)/g);
  const paths = [...named].map(([path]) => (path.startsWith("/") ? path : `/_next/${path}`));
  return [...new Set([...paths, ...[...relative].map(([, path]) => `/_next/static/${path}`)])];
}

async function keepPart(cache, path) {
  const kept = await cache.match(path);
  if (kept) return kept;
  const part = await fetch(path).catch(() => null);
  if (!part?.ok) return null;
  await cache.put(path, part.clone());
  return part;
}

/** Keeps a page that came from the network with all its parts; where it is the page no more, forgets it. */
async function keepPage(name, response) {
  const cache = await caches.open(store);
  if (!response.ok || response.redirected) {
    await cache.delete(name);
    return;
  }
  const parts = listParts(await response.clone().text());
  await cache.put(name, response);
  const styles = await Promise.all(parts.map(async (path) => {
    const part = await keepPart(cache, path);
    return part && path.endsWith(".css") ? listParts(await part.text()) : [];
  }));
  await Promise.all(styles.flat().map((path) => keepPart(cache, path)));
  await tidy(cache, new Set([...parts, ...styles.flat()]));
}

/** Parts that neither this page nor another kept one names are of an earlier build. */
async function tidy(cache, needed) {
  const kept = await cache.keys();
  const pages = await Promise.all(kept.filter(({ url }) => !isPart(url)).map((request) => cache.match(request)));
  const texts = await Promise.all(pages.map((page) => page?.text() ?? ""));
  const named = new Set(texts.flatMap(listParts));
  const isOld = ({ url }) => isPart(url) && !needed.has(new URL(url).pathname) && !named.has(new URL(url).pathname);
  await Promise.all(kept.filter(isOld).map((request) => cache.delete(request)));
}

/** The page as it was, marked, so that it says of itself how old it is. */
async function answerFromStore(name) {
  const kept = await (await caches.open(store)).match(name);
  if (!kept) return null;
  const html = (await kept.text()).replace("<html ", '<html data-offline="" ');
  const headers = new Headers(kept.headers);
  for (const header of ["content-encoding", "content-length"]) headers.delete(header);
  // The policy comes with the page: the nonce of the one is that of the other.
  return new Response(html, { headers });
}

async function answerPage(event, name) {
  const isKept = (await (await caches.open(store)).match(name)) !== undefined;
  try {
    const response = await fetch(event.request, isKept ? { signal: AbortSignal.timeout(patience) } : undefined);
    event.waitUntil(keepPage(name, response.clone()));
    return response;
  } catch (error) {
    const kept = await answerFromStore(name);
    if (kept) return kept;
    throw error;
  }
}

async function answerPart(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await (await caches.open(store)).match(request);
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener("install", () => self.skipWaiting());

// The page that asked is looked after at once.
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// An open agenda asks to be kept: it may have been reached by a link, without a page of its own.
self.addEventListener("message", (event) => {
  const name = nameOf(event.data);
  if (name) event.waitUntil(fetch(event.data, { credentials: "same-origin" }).then((response) => keepPage(name, response), () => undefined));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const name = request.mode === "navigate" ? nameOf(request.url) : null;
  if (name) event.respondWith(answerPage(event, name));
  else if (isPart(request.url)) event.respondWith(answerPart(request));
});

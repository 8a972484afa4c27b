// Written by the build: one version of the app, whole. `FILES` lists every file with its SHA-256.
'use strict';
const BUILD = '{{BUILD}}';
const FILES = {{FILES}};

const SCOPE = self.registration.scope;
// Several apps may live on one host: only caches of this scope are ours.
const PREFIX = `so-giam-sat ${new URL(SCOPE).pathname} `;
const CACHE = PREFIX + BUILD;

// Installation is all or nothing: a file that is missing or differs rejects it, and the version before stays.
async function install() {
  const responses = await Promise.all(
    Object.entries(FILES).map(async ([path, expected]) => {
      const url = new URL(path, SCOPE).href;
      const response = await fetch(url, { cache: 'no-cache', redirect: 'error' });
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      const bytes = await response.arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
      if (hash !== expected) throw new Error(`${path}: not of this version`);
      const headers = { 'Content-Type': response.headers.get('Content-Type') ?? 'application/octet-stream' };
      return [url, bytes, headers];
    }),
  );
  await caches.delete(CACHE);
  const cache = await caches.open(CACHE);
  try {
    for (const [url, bytes, headers] of responses) {
      await cache.put(url, new Response(bytes, { headers }));
      if (url === new URL('index.html', SCOPE).href) await cache.put(SCOPE, new Response(bytes, { headers }));
    }
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

// Where the browser can, it answers from this version's cache without waking this worker: a quicker start.
async function route(event) {
  if (!event.addRoutes) return;
  const paths = ['', ...Object.keys(FILES)].map((path) => new URL(path, SCOPE));
  const rules = paths.map((url) => ({
    condition: { urlPattern: { hostname: url.hostname, pathname: url.pathname }, requestMethod: 'GET' },
    source: { cacheName: CACHE },
  }));
  // Without them the worker answers itself.
  await event.addRoutes(rules).catch((error) => console.warn('no static routes:', error.message));
}

// The old caches go only when nothing uses them any more. The very first version takes the open page at once.
async function activate() {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  if (old.length === 0) await self.clients.claim();
}

async function answer(request, path) {
  const cache = await caches.open(CACHE);
  return (await cache.match(new URL(path, SCOPE).href)) ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(Promise.all([route(event), install()])));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
  if (event.data === 'activate') self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  url.hash = url.search = '';
  if (request.method !== 'GET' || !url.href.startsWith(SCOPE)) return;
  const path = url.href.slice(SCOPE.length);
  if (Object.hasOwn(FILES, path)) event.respondWith(answer(request, path));
  else if (request.mode === 'navigate') event.respondWith(answer(request, 'index.html'));
});

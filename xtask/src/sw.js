// Written by the build: one version of the app, whole. `FILES` lists every file with its SHA-256.
'use strict';
const BUILD = '{{BUILD}}';
const FILES = {{FILES}};

const SCOPE = self.registration.scope;
// Several apps may live on one host: only caches of this scope are ours.
const PREFIX = `so-giam-sat ${new URL(SCOPE).pathname} `;
const CACHE = PREFIX + BUILD;

// A file of this very version from the network; anything else is an error.
async function load(path) {
  // Some hosts send `index.html` on to the folder, and what was sent on cannot answer a navigation.
  const url = path === 'index.html' ? SCOPE : new URL(path, SCOPE).href;
  const response = await fetch(url, { cache: 'no-cache', redirect: 'error' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const bytes = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (hash !== FILES[path]) throw new Error(`${path}: not of this version`);
  const headers = new Headers();
  for (const name of ['Content-Type', 'Content-Security-Policy', 'X-Content-Type-Options']) {
    if (response.headers.has(name)) headers.set(name, response.headers.get(name));
  }
  // Browsers compile while they receive only what is named so.
  if (path.endsWith('.wasm')) headers.set('Content-Type', 'application/wasm');
  return { path, bytes, headers };
}

async function keep(cache, { path, bytes, headers }) {
  await cache.put(new URL(path, SCOPE).href, new Response(bytes, { headers }));
  if (path === 'index.html') await cache.put(SCOPE, new Response(bytes, { headers }));
}

// Installation is all or nothing: a file that is missing or differs rejects it, and the version before stays.
async function install() {
  const files = await Promise.all(Object.keys(FILES).map(load));
  // A host that goes back to the version in use installs it once more over its own files.
  const existed = await caches.has(CACHE);
  try {
    const cache = await caches.open(CACHE);
    for (const file of files) await keep(cache, file);
  } catch (error) {
    if (!existed) await caches.delete(CACHE);
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

// A version that was taken clears the caches of those before it; the page that took it loads again at once, and the other
// tabs are asked to. The very first version takes the open page as it is.
async function activate() {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  if (old.length === 0) await self.clients.claim();
}

async function answer(request, path) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(new URL(path, SCOPE).href);
  if (kept) return kept;
  try {
    const file = await load(path);
    await keep(cache, file);
    return new Response(file.bytes, { headers: file.headers });
  } catch (error) {
    // A page of a newer version brings its own files; a single file of one would not fit here.
    if (request.mode === 'navigate') return fetch(request);
    throw error;
  }
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

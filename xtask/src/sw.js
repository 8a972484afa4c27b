// Written by the build: one version of the app, whole. `FILES` lists every file with its SHA-256.
'use strict';
const BUILD = '{{BUILD}}';
const FILES = {{FILES}};

const SCOPE = self.registration.scope;
// Several apps may live on one host: only caches of this scope are ours.
const PREFIX = `so-giam-sat ${new URL(SCOPE).pathname} `;
const CACHE = PREFIX + BUILD;

// The app runs without these; some hosts refuse their kinds.
const OPTIONAL = /^(manifest\.webmanifest$|icons\/|schema\/)/;

// Hosts name some kinds wrongly, and browsers then refuse to run the files.
const TYPES = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
};

// Why a file of this version cannot be had. `why` is one of `unreachable`, `status`, `moved`, `html`, `altered`, `version`, `full`.
class Fault extends Error {
  constructor(path, why, status = 0) {
    super(`${path}: ${why} ${status}`);
    this.fault = { path, why, status };
  }
}

// Some hosts send `index.html` on to the folder, and what was sent on cannot answer a navigation.
const address = (path) => (path === 'index.html' ? SCOPE : new URL(path, SCOPE).href);

// What came instead of a file. Files but the page are named by their content, so another content is a host's doing.
function instead(path, bytes) {
  const text = new TextDecoder().decode(bytes.slice(0, 200_000));
  if (path === 'index.html') return text.includes(BUILD) ? 'altered' : /name="?build\b/.test(text) ? 'version' : 'html';
  return /^\s*<(!doctype|html|head|body)/i.test(text) ? 'html' : 'altered';
}

// A file of this very version from the network; anything else is a fault.
async function load(path) {
  let response, bytes;
  try {
    response = await fetch(address(path), { cache: 'no-cache', redirect: 'manual' });
    bytes = await response.arrayBuffer();
  } catch {
    throw new Fault(path, 'unreachable');
  }
  if (response.type === 'opaqueredirect') throw new Fault(path, 'moved');
  if (!response.ok) throw new Fault(path, 'status', response.status);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (hash !== FILES[path]) throw new Fault(path, instead(path, bytes), response.status);
  const headers = new Headers();
  if (response.headers.has('X-Content-Type-Options')) headers.set('X-Content-Type-Options', 'nosniff');
  // The page carries its policy itself. Of the host's only what a page cannot say is kept: a policy that forbids the app
  // would otherwise outlive its correction.
  const ancestors = /frame-ancestors[^;,]*/.exec(response.headers.get('Content-Security-Policy') ?? '');
  if (ancestors) headers.set('Content-Security-Policy', ancestors[0]);
  headers.set('Content-Type', TYPES[path.split('.').pop()] ?? response.headers.get('Content-Type'));
  return { path, bytes, headers };
}

async function keep(cache, { path, bytes, headers }) {
  await cache.put(new URL(path, SCOPE).href, new Response(bytes, { headers }));
  if (path === 'index.html') await cache.put(SCOPE, new Response(bytes, { headers }));
}

// Fills the cache with what it lacks, and gives the faults of what is still missing. Each file was checked before it was
// kept, so an attempt that breaks off leaves something for the next one to go on from.
async function fill() {
  const existed = await caches.has(CACHE);
  const cache = await caches.open(CACHE);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const lacks = (path) => !kept.has(new URL(path, SCOPE).href) || (path === 'index.html' && !kept.has(SCOPE));
  const fetched = Object.keys(FILES)
    .filter(lacks)
    .map(async (path) => {
      try {
        await keep(cache, await load(path));
      } catch (error) {
        return error.fault ?? { path, why: 'full', status: 0 };
      }
    });
  const faults = (await Promise.all(fetched)).filter((fault) => fault && !OPTIONAL.test(fault.path));
  // What was recorded needs the room more than half an app does.
  if (!existed && faults.some(({ why }) => why === 'full')) await caches.delete(CACHE);
  return faults;
}

// Whoever asks while the cache is being filled waits for the same filling.
let filling;
function filled() {
  filling ??= fill().finally(() => (filling = undefined));
  return filling;
}

// A version is installed when it is whole: a file that is missing or differs rejects it, and the version before stays.
async function install() {
  const faults = await filled();
  if (faults.length > 0) throw new Error(`not installed: ${JSON.stringify(faults)}`);
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
    // A device without room still shows the page.
    await keep(cache, file).catch(() => {});
    return new Response(file.bytes, { headers: file.headers });
  } catch (error) {
    // A page of a newer version brings its own files; a single file of one would not fit here.
    if (request.mode === 'navigate' || OPTIONAL.test(path)) return fetch(request);
    throw error;
  }
}

// The page asks: `activate` takes this version; `fill` makes the cache whole, and answers with this build's name and what
// is still missing.
async function hear({ data, ports: [port] }) {
  if (data === 'activate') return self.skipWaiting();
  if (data === 'fill') port.postMessage({ build: BUILD, faults: await filled() });
}

self.addEventListener('install', (event) => event.waitUntil(Promise.all([route(event), install()])));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => event.waitUntil(hear(event)));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  url.hash = url.search = '';
  if (request.method !== 'GET' || !url.href.startsWith(SCOPE)) return;
  const path = url.href.slice(SCOPE.length);
  if (Object.hasOwn(FILES, path)) event.respondWith(answer(request, path));
  else if (request.mode === 'navigate') event.respondWith(answer(request, 'index.html'));
});

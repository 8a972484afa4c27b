// Put by the build before the loader of the parts. What `boot.js` began of a part is taken, once; where that failed, or
// was not begun, the part is fetched here.
function fetchPart(url) {
  const begun = globalThis.soGiamSatBegun?.get(url.href);
  if (!begun) return fetch(url);
  globalThis.soGiamSatBegun.delete(url.href);
  return begun.catch(() => fetch(url));
}
// Some hosts do not name wasm as such, and then it cannot be compiled while it comes; an answer that is no part at all is an
// error.
async function instantiatePart(coming, imports) {
  const response = await coming;
  if (response instanceof WebAssembly.Module) return WebAssembly.instantiate(response, imports);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  if (response.headers.get('Content-Type') === 'application/wasm') return WebAssembly.instantiateStreaming(response, imports);
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}

// Put by the build before the loader of the parts. Some hosts do not name wasm as such, and then it cannot be compiled while
// it comes; an answer that is no part at all is an error.
async function instantiatePart(coming, imports) {
  const response = await coming;
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  if (response.headers.get('Content-Type') === 'application/wasm') return WebAssembly.instantiateStreaming(response, imports);
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}

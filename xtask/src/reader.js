// Put by the build behind the glue of the reader's module: carries the messages between the page and the module.
// In: { id, ask, bytes? }. Out: {} once this script runs; then for each ask { id, progress }, any number of times, and
// { id, reply } or { id, error, absent? }. After an error the module is not to be used any more, and `absent` says that
// it could not be loaded at all.
{
  self.postMessage({});
  const loading = wasm_bindgen({ module_or_path: './{{WASM}}' });
  loading.catch(() => {}); // Said with each message.
  const sentence = (error) => String(error?.message ?? error);
  self.onmessage = async ({ data: { id, ask, bytes } }) => {
    try {
      await loading;
    } catch (error) {
      return self.postMessage({ id, error: sentence(error), absent: true });
    }
    try {
      const reply = wasm_bindgen.answer(ask, bytes && new Uint8Array(bytes), (progress) => self.postMessage({ id, progress }));
      self.postMessage({ id, reply });
    } catch (error) {
      self.postMessage({ id, error: sentence(error) });
    }
  };
}

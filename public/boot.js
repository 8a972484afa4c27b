// Runs before everything else, as plain JavaScript, so that it works even where the app cannot start.
(() => {
  'use strict';
  const DATABASE = 'so-giam-sat';

  // No text becomes markup or script. The app builds its static templates through innerHTML; anything that could run is refused.
  if (window.trustedTypes) {
    const refuse = (text) => {
      console.error('refused markup', text.slice(0, 80));
      throw new TypeError('refused markup');
    };
    trustedTypes.createPolicy('default', {
      createHTML: (text) => (/<script|\son\w+\s*=|javascript:|<iframe|<object|<embed/i.test(text) ? refuse(text) : text),
      createScriptURL: (url) => {
        const at = new URL(url, document.baseURI);
        const isOurs = at.origin === location.origin && /\/(sw|reader\/reader-[0-9a-f]+)\.js$/.test(at.pathname);
        return isOurs ? at.href : refuse(url);
      },
    });
  }

  // The theme before the first paint.
  try {
    const theme = JSON.parse(localStorage.getItem('so-giam-sat.theme'));
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // A preference that cannot be read is the default.
  }

  // The browser takes a while to wake its database, and the app a while to load: let both happen at once.
  try {
    const waking = indexedDB.open(DATABASE);
    waking.onupgradeneeded = () => waking.transaction.abort(); // There is none yet, and the app makes it.
    waking.onsuccess = ({ target: { result: database } }) => {
      database.onversionchange = () => database.close();
      setTimeout(() => database.close(), 2_000); // The app has opened its own by then, or never will.
    };
  } catch {
    // The app says so itself.
  }

  // A new version waits until the person takes it. The app hears of it once it listens.
  let registration;
  let accepted = false;
  const waits = async () => {
    await window.soGiamSatStarted;
    window.dispatchEvent(new Event('so-giam-sat:update-waiting'));
  };
  if ('serviceWorker' in navigator) {
    const workers = navigator.serviceWorker;
    const wasControlled = Boolean(workers.controller);
    const watch = (worker) =>
      worker?.addEventListener('statechange', () => {
        if (worker.state === 'installed' && workers.controller) waits();
      });
    window.addEventListener('load', async () => {
      try {
        registration = await workers.register('./sw.js', { updateViaCache: 'none' });
        if (registration.waiting && workers.controller) waits();
        watch(registration.installing);
        registration.addEventListener('updatefound', () => watch(registration.installing));
      } catch (error) {
        console.warn('offline use cannot be set up:', error.message);
      }
    });
    // An app that stays open for days looks for a new version when it is looked at again, once an hour at most.
    let looked = Date.now();
    document.addEventListener('visibilitychange', () => {
      if (document.hidden || !registration || Date.now() - looked < 3_600_000) return;
      looked = Date.now();
      registration.update().catch(() => {}); // Without a network there is none.
    });
    workers.addEventListener('controllerchange', () => {
      if (accepted) location.reload();
      else if (wasControlled) waits(); // Another tab took it: this one is asked too.
    });
    window.addEventListener('so-giam-sat:update-accept', () => {
      accepted = true;
      if (registration?.waiting) registration.waiting.postMessage('activate');
      else location.reload();
    });
  }

  // If the app cannot start, the records can still be had.
  const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });
  const records = () =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open(DATABASE);
      // Where there is no database, none is made: the app would take an empty one for its own.
      opening.onupgradeneeded = () => {
        opening.transaction.abort();
        resolve({});
      };
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const names = [...opening.result.objectStoreNames];
        if (names.length === 0) return resolve({});
        const reading = opening.result.transaction(names);
        const found = {};
        for (const name of names) {
          const rows = (found[name] = {});
          reading.objectStore(name).openCursor().onsuccess = ({ target: { result: cursor } }) => {
            if (!cursor) return;
            rows[cursor.key] = cursor.value;
            cursor.continue();
          };
        }
        reading.oncomplete = () => resolve(found);
        reading.onabort = () => reject(reading.error);
      };
    });
  const bytes = (key, value) => (value instanceof ArrayBuffer ? { bytes: [...new Uint8Array(value)] } : value);
  let failed = false;
  window.soGiamSatFailed = (error) => {
    console.error(error);
    if (failed) return;
    failed = true;
    const button = element('button', 'Tải dữ liệu trên máy về (download all records)');
    const result = element('p', '');
    button.onclick = async () => {
      try {
        const blob = new Blob([JSON.stringify(await records(), bytes, 1)], { type: 'application/json' });
        const link = Object.assign(element('a', ''), { href: URL.createObjectURL(blob), download: 'so-giam-sat-cuu-ho.json' });
        link.click();
      } catch (failure) {
        result.textContent = `Không đọc được dữ liệu (the records cannot be read): ${failure?.message}`;
      }
    };
    const box = element('main', '');
    box.className = 'rescue';
    box.append(
      element('h1', 'Sổ Giám Sát không khởi động được'),
      element('p', 'Dữ liệu đã lưu vẫn còn trên máy. Hãy tải lại trang; nếu vẫn lỗi, tải dữ liệu về trước khi làm gì khác.'),
      element('p', 'The app cannot start. What was saved is still on this device: reload, or download it first.'),
      element('p', String(error?.message ?? error)),
      button,
      result,
    );
    document.body.replaceChildren(box);
  };

  // After a trap the app does nothing more, and must not look as if it saved what is typed into it.
  const isTrap = (error) => error instanceof WebAssembly.RuntimeError;
  window.addEventListener('error', ({ error }) => isTrap(error) && window.soGiamSatFailed(error));
  window.addEventListener('unhandledrejection', ({ reason }) => isTrap(reason) && window.soGiamSatFailed(reason));
})();

// Runs before everything else, as plain JavaScript, so that it works even where the app cannot start.
(() => {
  'use strict';
  // Several apps may live on one host, each in its folder: what each keeps in the browser is named by it. The app makes the
  // same name (`browser::page::kept_name`).
  const folder = new URL('.', location.href).pathname;
  const NAME = folder === '/' ? 'so-giam-sat' : `so-giam-sat ${folder}`;
  const { glue, wasm } = document.currentScript.dataset;

  // The browser takes a while to wake its database, and the app a while to load: let both happen at once. The app takes what
  // is open by then, if it is of the app's version (`browser::idb`); nothing is made or upgraded here.
  let woken;
  const letGo = () => {
    woken?.close();
    woken = undefined;
  };
  window.soGiamSatWoken = (name, version) => {
    if (woken?.name !== name || woken.version !== version) return letGo();
    const taken = woken;
    woken = taken.onversionchange = taken.onclose = null;
    return taken;
  };
  try {
    const waking = indexedDB.open(NAME);
    waking.onupgradeneeded = () => waking.transaction.abort(); // There is none yet, and the app makes it.
    waking.onsuccess = ({ target: { result: database } }) => {
      woken = database;
      database.onversionchange = database.onclose = letGo;
      setTimeout(letGo, 2_000); // The app has opened its own by then, or never will.
    };
  } catch {
    // The app says so itself.
  }

  // The main module and the parts that draw the place of the address all come at once, and are compiled while they do. The
  // loader of the parts takes what is begun here (`part.js`). Whatever fails here is left to those who need it: they ask
  // once more, and say what the host answered.
  const begun = (window.soGiamSatBegun = new Map());
  const begin = async (path) => {
    const answer = await fetch(path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    if (answer.headers.get('Content-Type') === 'application/wasm') return WebAssembly.compileStreaming(answer);
    return WebAssembly.compile(await answer.arrayBuffer()); // Some hosts do not name wasm as such.
  };
  const segments = location.hash.replace(/^[#/]+/, '').split('/');
  const isHere = (place) => place.split('/').every((word, at) => (word === '*' ? segments[at] : word === segments[at]));
  const listed = document.querySelector('meta[name=parts]')?.content.split('; ').map((clause) => clause.split(': ')) ?? [];
  const here = listed.find(([places]) => places.split(' ').some(isHere));
  for (const path of [wasm, ...(here?.[1].split(' ') ?? [])].filter(Boolean)) {
    const coming = begin(path);
    coming.catch(() => {}); // Nobody may ever ask for it.
    begun.set(new URL(path, location.href).href, coming);
  }

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
    const theme = JSON.parse(localStorage.getItem(`${NAME}.theme`));
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // A preference that cannot be read is the default.
  }

  const say = (name) => window.dispatchEvent(new Event(`so-giam-sat:${name}`));
  const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  // What a host gives for a file: nothing, a status, another page in its place, or something of the right kind.
  const answerFor = async (path) => {
    try {
      const answer = await fetch(path, { cache: 'no-store', redirect: 'manual' });
      if (answer.type === 'opaqueredirect') return { path, why: 'moved', status: 0 };
      if (!answer.ok) return { path, why: 'status', status: answer.status };
      const isPage = /^\s*<(!doctype|html|head|body)/i.test((await answer.text()).slice(0, 500));
      return { path, why: isPage ? 'html' : 'sound', status: answer.status };
    } catch {
      return { path, why: 'unreachable', status: 0 };
    }
  };

  // Whether the app can be opened without a network, as it is: `state` is `installing` (while this is found out, too),
  // `ready` or `not-ready`; then `why` is `insecure`, `unsupported`, `refused` (with a `detail`) or `files`.
  window.soGiamSatOffline = { state: 'installing' };
  const tell = (state, why = '', files = [], detail = '') => {
    window.soGiamSatOffline = { state, why, files, detail };
    say('offline');
  };

  const workers = navigator.serviceWorker;
  let registration;
  let accepted = false; // The person wants the version that waits.
  let quiet = false; // The version that waits is the one of this page.
  const waits = async () => {
    await window.soGiamSatStarted;
    say('update-waiting');
  };

  // Whether a worker becomes the active one.
  const activated = (worker) =>
    new Promise((resolve) => {
      const heed = () => ['activated', 'redundant'].includes(worker.state) && resolve(worker.state === 'activated');
      worker.addEventListener('statechange', heed);
      heed();
    });

  // Has a worker fill its cache. It answers with its build's name and with what is missing all the same; none if it does not
  // answer, as one that was ended.
  const fill = (worker) =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data);
      const ended = () => worker.state === 'redundant' && pause(3_000).then(() => resolve());
      worker.addEventListener('statechange', ended);
      ended();
      pause(180_000).then(() => resolve());
      worker.postMessage('fill', [port2]);
    });

  const examine = async () => {
    if (!workers) return tell('not-ready', window.isSecureContext ? 'unsupported' : 'insecure');
    try {
      registration = await workers.register('./sw.js', { updateViaCache: 'none' });
    } catch (error) {
      const answer = await answerFor('./sw.js');
      if (answer.why === 'sound') return tell('not-ready', 'refused', [], String(error?.message ?? error));
      return tell('not-ready', 'files', [{ ...answer, path: 'sw.js' }]);
    }
    const worker = registration.active ?? registration.waiting ?? registration.installing;
    const found = await fill(worker);
    const faults = found ? found.faults : [{ path: 'sw.js', why: 'unreachable', status: 0 }];
    if (faults.length === 0 && (await activated(worker))) return tell('ready');
    // The files of an older version are gone from this device and from the host. The newer one that waits is this page's
    // own, so that it takes over without changing anything here.
    const next = registration.waiting;
    if (next && next !== worker) {
      const other = await fill(next);
      quiet = other?.faults.length === 0 && other.build === document.querySelector('meta[name=build]')?.content;
      if (quiet) return next.postMessage('activate');
    }
    tell('not-ready', 'files', faults);
  };

  // What is missing is looked for again: soon at first, then less and less often, and whenever there is a chance.
  const [SOON, LATE] = [5_000, 600_000];
  let looking = false;
  let looked = 0;
  let delay = SOON;
  let next;
  const look = async () => {
    if (looking) return;
    looking = true;
    looked = Date.now();
    clearTimeout(next);
    try {
      await examine();
    } catch (error) {
      tell('not-ready', 'refused', [], String(error?.message ?? error));
    }
    looking = false;
    if (window.soGiamSatOffline.state === 'ready') delay = SOON;
    if (window.soGiamSatOffline.state !== 'not-ready') return;
    next = setTimeout(look, delay);
    delay = Math.min(delay * 3, LATE);
  };
  const again = () => {
    delay = SOON;
    if (window.soGiamSatOffline.state === 'not-ready') tell('installing');
    look();
  };
  window.addEventListener('so-giam-sat:offline-retry', again);
  window.addEventListener('online', again);

  // A new version waits until the person takes it. The app hears of it once it listens.
  if (workers) {
    const wasControlled = Boolean(workers.controller);
    const watch = (worker) =>
      worker?.addEventListener('statechange', async () => {
        if (worker.state !== 'installed' || !workers.controller) return;
        if (window.soGiamSatOffline.state !== 'ready') await look();
        if (registration.waiting && !quiet) waits();
      });
    window.addEventListener('load', async () => {
      await look();
      if (!registration) return;
      if (registration.waiting && workers.controller && !quiet) waits();
      watch(registration.installing);
      registration.addEventListener('updatefound', () => watch(registration.installing));
    });
    // An app that stays open for days looks for a new version when it is looked at again, once an hour at most.
    document.addEventListener('visibilitychange', () => {
      const isWhole = window.soGiamSatOffline.state === 'ready';
      if (document.hidden || Date.now() - looked < (isWhole ? 3_600_000 : 10_000)) return;
      look();
      registration?.update().catch(() => {}); // Without a network there is none.
    });
    workers.addEventListener('controllerchange', () => {
      if (accepted) location.reload();
      else if (wasControlled && !quiet) waits(); // Another tab took it: this one is asked too.
      if (quiet) look();
      quiet = false;
    });
    window.addEventListener('so-giam-sat:update-accept', () => {
      accepted = true;
      if (registration?.waiting) registration.waiting.postMessage('activate');
      else location.reload();
    });
  } else {
    window.addEventListener('load', look);
  }

  // Every record as it is stored: tables, in them keys, in them texts. A database that is not there is not made: the app
  // would take an empty one for its own.
  const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });
  const records = (name) =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onupgradeneeded = () => {
        opening.transaction.abort();
        resolve({});
      };
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        database.onversionchange = () => database.close();
        const names = [...database.objectStoreNames];
        if (names.length === 0) return resolve({});
        const reading = database.transaction(names);
        const found = {};
        for (const name of names) {
          const rows = (found[name] = {});
          // A table that cannot be read does not keep the others from being handed out.
          const asked = reading.objectStore(name).openCursor();
          asked.onerror = (event) => event.preventDefault();
          asked.onsuccess = ({ target: { result: cursor } }) => {
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
  // Hands the records to the person; the app offers it too, where the database is damaged.
  window.soGiamSatRescue = async (name = NAME) => {
    const blob = new Blob([JSON.stringify(await records(name), bytes, 1)], { type: 'application/json' });
    const link = Object.assign(element('a', ''), { href: URL.createObjectURL(blob), download: 'so-giam-sat-cuu-ho.json' });
    link.click();
  };

  // If the app cannot start, it is said why, and the records can still be had.
  let failed = false;
  window.soGiamSatFailed = (error, reason = []) => {
    console.error(error);
    if (failed) return;
    failed = true;
    const button = element('button', 'Tải dữ liệu trên máy về (download all records)');
    button.className = 'button';
    const result = element('p', '');
    button.onclick = () =>
      window.soGiamSatRescue().catch((failure) => {
        result.textContent = `Không đọc được dữ liệu (the records cannot be read): ${failure?.message}`;
      });
    const box = element('main', '');
    box.className = 'rescue';
    box.append(
      element('h1', 'Sổ Giám Sát không khởi động được'),
      ...reason.map((sentence) => element('p', sentence)),
      element('p', 'Hãy tải lại trang; nếu vẫn lỗi, tải dữ liệu trên máy về trước khi làm gì khác. Đừng xóa dữ liệu của trang này.'),
      element('p', 'The app cannot start. Reload; if that does not help, download what is on this device first, and do not clear its data.'),
      element('p', String(error?.message ?? error)),
      button,
      result,
    );
    document.body.replaceChildren(box);
  };

  // Why the app does not start: a host that gives something else for a file, or a policy that forbids WebAssembly.
  const causes = async () => {
    try {
      new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    } catch {
      return [
        "Máy chủ hoặc trình duyệt không cho chạy WebAssembly. Người quản trị: chính sách Content-Security-Policy của máy chủ phải có script-src 'self' 'wasm-unsafe-eval'.",
        "The host or the browser forbids WebAssembly: the host's policy needs script-src 'self' 'wasm-unsafe-eval'.",
      ];
    }
    const answers = await Promise.all([glue, wasm].map(answerFor));
    return answers
      .filter(({ why }) => why !== 'sound')
      .flatMap(({ path, why, status }) => {
        const name = path.split('/').pop();
        if (why === 'unreachable') return [`Không tải được tệp ${name}: không có mạng, hoặc máy chủ không trả lời.`, `${name} cannot be fetched.`];
        if (why === 'status') return [`Máy chủ trả lời ${status} cho tệp ${name}.`, `The host answers ${status} for ${name}.`];
        return [
          `Máy chủ trả về trang khác thay cho tệp ${name} (có thể là trang đăng nhập).`,
          `The host gives another page for ${name}, perhaps one to sign in.`,
        ];
      });
  };
  if (glue) {
    const drawn = new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
    const name = new URL(wasm, location.href).href;
    const main = begun.get(name).catch(() => wasm);
    begun.delete(name);
    // From the offline store the parts are here within some frames, and to draw a page without them first would take longer
    // than to wait. Over a network the frame of the app comes first.
    const parts = workers?.controller ? Promise.race([Promise.allSettled(begun.values()), pause(150)]) : undefined;
    window.soGiamSatStarted = Promise.all([import(new URL(glue, location.href).href), main, drawn, parts])
      .then(([app, main]) => app.default({ module_or_path: main }))
      .catch(async (error) => window.soGiamSatFailed(error, await causes()));
  }

  // After a trap the app does nothing more, and must not look as if it saved what is typed into it.
  const isTrap = (error) => error instanceof WebAssembly.RuntimeError;
  window.addEventListener('error', ({ error }) => isTrap(error) && window.soGiamSatFailed(error));
  window.addEventListener('unhandledrejection', ({ reason }) => isTrap(reason) && window.soGiamSatFailed(reason));
})();

// The floor: the same items on a page written by hand, with the least that could do the job: rows from a template, an
// answer in a strict transaction, a plain score. Items come from IndexedDB, as in the app.
'use strict';
const open = () =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('floor', 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('items');
      opening.result.createObjectStore('answers');
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
const ask = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
window.fillFloor = async (name, items) => {
  const database = await open();
  await ask(database.transaction('items', 'readwrite').objectStore('items').put(items, name));
};
const start = async () => {
  const database = await open();
  const name = location.hash.slice(1);
  if (!name) return;
  const reading = database.transaction(['items', 'answers']);
  const [items, keys, values] = await Promise.all([
    ask(reading.objectStore('items').get(name)),
    ask(reading.objectStore('answers').getAllKeys()),
    ask(reading.objectStore('answers').getAll()),
  ]);
  const answers = new Map(keys.map((key, index) => [key, values[index]]));
  const count = () => {
    let met = 0;
    let judged = 0;
    for (const item of items) {
      const answer = answers.get(item.code);
      if (answer === 'met' || answer === 'not_met') judged += item.weight;
      if (answer === 'met') met += item.weight;
    }
    document.getElementById('score').textContent = judged ? ((met / judged) * 100).toFixed(1) : '–';
    document.getElementById('coverage').textContent = `${answers.size}/${items.length}`;
  };
  const template = document.getElementById('row').content.firstElementChild;
  const rows = document.createDocumentFragment();
  for (const item of items) {
    const row = template.cloneNode(true);
    row.dataset.item = item.code;
    row.querySelector('.code').textContent = item.code;
    row.querySelector('.question').textContent = item.question;
    row.querySelector('.sources').textContent = item.sources;
    for (const radio of row.querySelectorAll('input')) {
      radio.name = item.code;
      radio.checked = answers.get(item.code) === radio.value;
    }
    rows.append(row);
  }
  document.getElementById('rows').append(rows);
  count();
  document.getElementById('rows').addEventListener('change', (event) => {
    const code = event.target.closest('[data-item]').dataset.item;
    answers.set(code, event.target.value);
    count();
    const status = document.getElementById('status');
    status.textContent = 'Đang lưu…';
    const writing = database.transaction('answers', 'readwrite', { durability: 'strict' });
    writing.objectStore('answers').put(event.target.value, code);
    writing.oncomplete = () => { status.textContent = 'Đã lưu'; };
  });
};
start();
addEventListener('load', () => navigator.serviceWorker.register('./sw.js'));

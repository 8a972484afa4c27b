// The hand of the kill test. On each page it makes edits, tells each before it is made and what the page shows after it, and
// tells everything that the page shows whenever that is said to be saved. What is told leaves the page at once.
(() => {
  'use strict';
  let seed = 1;
  const random = (bound) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * bound);
  };
  const pick = (list) => list[random(list.length)];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const tell = (what) => told(JSON.stringify(what));
  const write = (field, value) => {
    field.focus();
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, value);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const press = (element, key) => element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const down = (element) => element.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
  const note = () => `ghi chú ${random(1_000_000)}`;
  const statusIsSaved = () => document.querySelector('[data-testid=save-status]')?.dataset.state === 'saved';
  const fields = (selector) => Object.fromEntries(all(selector).map((field) => [field.id, field.value]));

  // A cell of a grid: made the active one, typed into, and left by Enter.
  const typeIn = (cell, key, text) => ({
    key,
    value: text,
    act() {
      down(cell);
      press(document.activeElement, '1');
      const editor = cell.querySelector('input');
      if (!editor) return;
      write(editor, text);
      press(editor, 'Enter');
    },
  });
  const cellText = (cell) => cell.firstChild?.textContent ?? '';

  const PAGES = {
    checklist: {
      isReady: () => all('[data-item]').length > 0 && all('[data-item]').length === all('[data-item] textarea').length,
      read: () =>
        Object.fromEntries(
          all('[data-item]').flatMap((row) => [
            [`${row.dataset.item} answer`, row.querySelector('input[type=radio]:checked')?.value ?? ''],
            [`${row.dataset.item} note`, row.querySelector('textarea').value],
          ]),
        ),
      edit() {
        const row = pick(all('[data-item]').filter((row) => row.offsetParent));
        const radios = row.querySelectorAll('input[type=radio]');
        if (random(3) > 0 && radios.length) {
          const radio = pick([...radios]);
          return radio.checked ? null : { key: `${row.dataset.item} answer`, value: radio.value, act: () => radio.click() };
        }
        const text = note();
        return { key: `${row.dataset.item} note`, value: text, act: () => write(row.querySelector('textarea'), text) };
      },
    },
    dossier: {
      isReady: () => document.querySelector('#sector') !== null,
      read: () => fields('#procedure, #sector, #body, #received, #returned, #term-length'),
      edit() {
        const id = pick(['procedure', 'sector', 'body', 'received', 'returned', 'term-length']);
        const day = () => `2023-0${1 + random(4)}-${10 + random(18)}`;
        const text = id === 'term-length' ? `${1 + random(90)}` : id === 'received' || id === 'returned' ? day() : note();
        return { key: id, value: text, act: () => write(document.getElementById(id), text) };
      },
    },
    grid: {
      isReady: () => all('[data-dossier] > [data-column=procedure]').length > 0,
      read: () =>
        Object.fromEntries(
          all('[data-dossier]').flatMap((row) =>
            ['procedure', 'field'].map((column) => [`${row.dataset.dossier} ${column}`, cellText(row.querySelector(`[data-column=${column}]`))]),
          ),
        ),
      edit() {
        const row = pick(all('[data-dossier]').filter((row) => row.children.length));
        const column = pick(['procedure', 'field']);
        return typeIn(row.querySelector(`[data-column=${column}]`), `${row.dataset.dossier} ${column}`, note());
      },
    },
    posting: {
      isReady: () => all('[data-place] [data-judge=posted]').length > 0 && document.querySelector('#posting-counted') !== null,
      read: () => ({
        ...fields('#posting-in-force, #posting-counted'),
        ...Object.fromEntries(
          all('[data-place]').flatMap((row) =>
            ['posted', 'content', 'edition', 'blanks', 'flow'].map((question) => [
              `${row.dataset.procedure} ${question}`,
              row.querySelector(`[data-judge=${question}][aria-pressed=true]`)?.value ?? '',
            ]),
          ),
        ),
      }),
      edit() {
        if (random(3) === 0) {
          const id = pick(['posting-in-force', 'posting-counted']);
          const text = `${100 + random(800)}`;
          return { key: id, value: text, act: () => write(document.getElementById(id), text) };
        }
        const button = pick(all('[data-place] button[value]').filter((button) => button.offsetParent));
        const row = button.closest('[data-place]');
        const value = button.ariaPressed === 'true' ? '' : button.value;
        return { key: `${row.dataset.procedure} ${button.dataset.judge}`, value, act: () => button.click() };
      },
    },
    table: {
      isReady: () => all('[data-cell]').length > 0,
      read: () => Object.fromEntries(all('[data-cell]').map((cell) => [cell.dataset.cell, cellText(cell)])),
      edit() {
        const cell = pick(all('[data-cell]'));
        return typeIn(cell, cell.dataset.cell, `${100 + random(900)}`);
      },
    },
    findings: {
      // The button that opens the form of a new finding gives way to it.
      isReady: () =>
        document.querySelector('[data-testid=add-finding], #new-finding-statement') !== null && all('.finding').length > 0,
      read: () => ({
        ...fields('.finding__remedy select'),
        ...Object.fromEntries(all('.finding [lang=vi]').map((words) => /ghi chú \d+/.exec(words.textContent)?.[0]).filter(Boolean).map((text) => [text, 'here'])),
      }),
      edit() {
        const lists = all('.finding__remedy select');
        if (random(4) > 0 && lists.length) {
          const list = pick(lists);
          const { value } = pick([...list.options]);
          return value === list.value
            ? null
            : {
                key: list.id,
                value,
                act() {
                  list.value = value;
                  list.dispatchEvent(new Event('change', { bubbles: true }));
                },
              };
        }
        const statement = document.querySelector('#new-finding-statement');
        if (!statement) {
          document.querySelector('[data-testid=add-finding]')?.click();
          return null;
        }
        const text = note();
        return {
          key: text,
          value: 'here',
          act() {
            write(statement, text);
            statement.form.requestSubmit();
          },
        };
      },
    },
    // A form is acknowledged by the page that it leads to.
    mandate: {
      isReady: () => document.querySelector('#topic, [data-testid=new-visit]') !== null,
      isSaved: () => document.querySelector('[data-testid=new-visit]') !== null,
      read: () => ({ topic: document.querySelector('#topic')?.value ?? document.querySelector('h1')?.textContent.trim() ?? '' }),
      edit() {
        const topic = document.querySelector('#topic');
        if (!topic) {
          if (!/\/sua$/.test(location.hash)) location.hash += '/sua';
          return null;
        }
        const text = `Giám sát ${note()}`;
        return {
          key: 'topic',
          value: text,
          act() {
            write(topic, text);
            topic.form.requestSubmit();
          },
        };
      },
    },
  };

  const settled = async () => {
    // Effects run as microtasks: after some of them the page shows what was done.
    for (let turns = 0; turns < 50; turns += 1) await null;
  };
  const begin = (name, from) => {
    seed = from;
    const page = PAGES[name];
    const isSaved = page.isSaved ?? statusIsSaved;
    let busy = false;
    let acted = false;
    // Now and then the hand rests until what it did is saved, else a slow device would never come to say so; not for ever,
    // because a form may have been opened meanwhile.
    const rest = (left) => {
      const isDone = left === 0 || (page.isReady() && isSaved());
      setTimeout(() => (isDone ? work() : rest(left - 1)), 10);
    };
    const work = async () => {
      busy = true;
      for (let left = random(10) === 0 ? 5 : 1; left > 0 && page.isReady(); left -= 1) {
        const edit = page.edit();
        if (!edit) continue;
        tell({ edit: { [edit.key]: edit.value } });
        edit.act();
        acted = true;
        await settled();
        if (page.isReady()) tell({ edit: page.read() });
      }
      busy = false;
      if (!acted || random(8) > 0) return setTimeout(work, random(60));
      acted = false;
      rest(300);
    };
    let last = '';
    const look = () => {
      if (busy || !page.isReady() || !isSaved()) return;
      const now = page.read();
      if (JSON.stringify(now) === last) return;
      last = JSON.stringify(now);
      tell({ saved: now });
    };
    setInterval(look, 5);
    setTimeout(work, 0);
  };
  window.hand = { begin, isReady: (name) => PAGES[name].isReady(), read: (name) => PAGES[name].read() };
})();

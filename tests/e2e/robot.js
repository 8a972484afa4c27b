// A hand that does anything: taps whatever can be tapped, types whatever can be typed, goes anywhere. It decides by a seed
// and by what it finds. `robot.run(seed, steps)` leaves its tale in `robot.tale`: the steps, the slowest, and why it stopped.
(() => {
  'use strict';
  const HOSTILE = [
    '', ' ', '0', '-1', '1.716', '1 716', '100.000', '9,7', '3', '39', '12%', '99999999999999999999', '2^53', '1e9', 'NaN',
    '=1+1', ';=1+1', '"', "'", '\t', '<script>alert(1)</script>', '{"a":', '\u202Eabc', '\u200B', 'é\u0301', '🙂🙂', 'Ỷ Ỡ ặ',
    'UBND xã Ia Rmok', 'trong ngày', '10 ngày làm việc', '05/13/2023', '31/02/2023', 'Nghị quyết số 142/NQ-HĐND', '\n\n\n',
    'Năm 2022 tiếp nhận 1.716 hồ sơ, giải quyết 1.690 hồ sơ (98,5%), quá hạn 26 hồ sơ.', 'x'.repeat(3_000), 'y'.repeat(25_000),
  ];
  const PLAIN = ['Chứng thực bản sao', 'UBND xã Ia Rmok', '142/NQ-HĐND', '1.716', '9,7', 'Đất đai', '1.003003', 'x', 'Năm 2022 tiếp nhận 1.716 hồ sơ, quá hạn 26 hồ sơ (1,5%).'];
  const DATES = ['', '2023-05-16', '2022-12-31', '2024-02-29', '0001-01-01', '2200-01-01', '9999-12-31', '2021-01-01'];
  const TIMES = ['', '08:30', '15:00', '23:59'];
  const BLOCKS = ['1\t2\t3\n4\t5\t6', 'Tên\tSố\nA\t1.716\nB\t9,7', 'một dòng', '\t\t\n', '12', 'Mã hồ sơ\tNgày nhận\nH1\t16/05/2023\nH2\t17/05/2023'];
  const KEYS = ['Enter', 'Escape', 'Tab', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'F2', 'Delete', 'Backspace', 'Home', 'End', 'PageDown', 'PageUp', '1', 'a', 'n', ' '];
  const PLACES = ['#/', '#/giam-sat/moi', '#/lich', '#/lich/nhap', '#/can-cu', '#/thu-tuc', '#/nhap', '#/cai-dat', '#/thung-rac', '#/nowhere', '#/buoi/none', '#/giam-sat/none'];
  const BELOW = ['', '/sua', '/ho-so', '/ho-so', '/ho-so/moi', '/ho-so/nhap', '/tong-hop', '/diem', '/ton-tai', '/niem-yet', '/lay-mau', '/so-lieu', '/so-lieu/moi', '/so-lieu/loi-van/moi', '/chenh-lech', '/xep-hang'];

  let seed = 1;
  const random = (bound) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * bound);
  };
  const pick = (list) => list[random(list.length)];
  const rest = (ms) => new Promise((done) => setTimeout(done, ms));
  const isThere = (element) => element.checkVisibility?.({ visibilityProperty: true }) && !element.disabled && !element.closest('[hidden], [inert]');
  const name = (element) => {
    const words = element.dataset.testid ?? element.id ?? '';
    const text = (element.ariaLabel ?? element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
    return `${element.tagName.toLowerCase()}${words ? `#${words}` : ''}${element.className && element.className.split ? `.${element.className.split(' ')[0]}` : ''} “${text}”`;
  };
  // One of each kind is as likely as another: a checklist has hundreds of radios and one button to undo.
  const kind = (element) => [element.tagName, element.type, element.dataset.testid, element.className, element.dataset.do, element.dataset.judge, element.closest('section, nav, header, footer, form')?.className].join('|');
  const one = (selector) => {
    const kinds = Map.groupBy([...document.querySelectorAll(selector)].filter(isThere), kind);
    return kinds.size ? pick(pick([...kinds.values()])) : null;
  };

  // Where it has been, for both tabs and after a reload.
  const been = () => JSON.parse(localStorage.getItem('robot') ?? '[]');
  const remember = () => {
    const all = new Set(been());
    all.add(location.hash);
    for (const link of document.querySelectorAll('a[href^="#"]')) all.add(link.getAttribute('href'));
    localStorage.setItem('robot', JSON.stringify([...all].slice(-300)));
  };
  // Mostly the same two visits, so that something gathers in them.
  const visits = () => {
    const ids = [...new Set(been().map((place) => /^#\/buoi\/([^/]+)/.exec(place)?.[1]).filter((id) => id && id !== 'none'))].sort();
    return random(3) ? ids.slice(0, 2) : ids;
  };

  const write = (field, value) => {
    const holder = field.tagName === 'TEXTAREA' ? HTMLTextAreaElement : field.tagName === 'SELECT' ? HTMLSelectElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(holder.prototype, 'value').set.call(field, value);
  };
  const input = (field) => field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
  const change = (field) => field.dispatchEvent(new Event('change', { bubbles: true }));
  const key = (target, key, more = {}) => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
    target.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true, ...more }));
  };
  const tap = (element) => {
    const how = { bubbles: true, cancelable: true, view: window, button: 0 };
    element.dispatchEvent(new PointerEvent('pointerdown', how));
    if (element.dispatchEvent(new MouseEvent('mousedown', how))) element.focus?.({ preventScroll: true });
    element.dispatchEvent(new MouseEvent('mouseup', how));
    element.click();
  };
  const into = async (field) => {
    field.focus({ preventScroll: true });
    const value = pick(field.type === 'date' ? DATES : field.type === 'time' ? TIMES : HOSTILE);
    if (field.type === 'date' || field.type === 'time' || value.length > 100 || random(3) === 0) {
      write(field, value);
      input(field);
    } else {
      let typed = random(2) ? field.value.slice(0, 50) : '';
      for (const letter of value) {
        typed += letter;
        if (!field.isConnected) return '…';
        write(field, typed);
        input(field);
        if (random(6) === 0) await rest(random(40));
      }
    }
    if (field.isConnected && random(2)) change(field);
    return value.slice(0, 30);
  };

  const STEPS = {
    async tap() {
      const element = one('button, a[href^="#"], summary, [role=gridcell], .ledger__cell, label.choice__option, .pick');
      if (!element) return 'nothing to tap';
      const what = name(element);
      tap(element);
      if (random(4) === 0) tap(element);
      return what;
    },
    async tick() {
      const box = one('input[type=radio], input[type=checkbox]');
      box?.click();
      return box ? name(box) + box.value : 'nothing to tick';
    },
    async type() {
      const field = one('input:not([type=radio]):not([type=checkbox]):not([type=file]), textarea');
      return field ? `${name(field)} ← ${JSON.stringify(await into(field))}` : 'no field';
    },
    async here() {
      const field = document.activeElement;
      if (!field?.matches('input:not([type=radio]):not([type=checkbox]):not([type=file]), textarea')) return 'no field';
      return `${name(field)} ← ${JSON.stringify(await into(field))}`;
    },
    async choose() {
      const list = one('select');
      if (!list?.options.length) return 'no list';
      write(list, pick([...list.options]).value);
      change(list);
      return `${name(list).slice(0, 60)} = ${list.value}`;
    },
    // A form filled in well enough to be taken, and sent.
    async form() {
      document.querySelectorAll('main details').forEach((details) => (details.open = true));
      const form = one('main form');
      if (!form) return 'no form';
      for (const field of [...form.querySelectorAll('input:not([type=file]), textarea, select')].filter(isThere).slice(0, 25)) {
        if (!field.isConnected || random(5) === 0) continue;
        if (field.type === 'radio' || field.type === 'checkbox') random(2) && field.click();
        else {
          const value = field.tagName === 'SELECT' ? pick([...field.options])?.value : field.type === 'date' ? `202${random(4)}-0${1 + random(9)}-1${random(10)}` : field.type === 'time' ? pick(TIMES) : field.inputMode === 'numeric' ? `${1 + random(60)}` : pick(PLAIN);
          field.focus({ preventScroll: true });
          write(field, value ?? '');
          input(field);
          if (random(3)) change(field);
        }
        if (random(8) === 0) await rest(random(30));
      }
      const send = [...form.querySelectorAll('button[type=submit], .button--primary')].filter(isThere)[0];
      const what = send ? name(send) : 'cannot be sent';
      send?.click();
      return what;
    },
    // One more of whatever there can be more of: a stop, a member, a row, a column, a dossier, a finding.
    async more() {
      document.querySelectorAll('main details').forEach((details) => (details.open = true));
      const add = one('main fieldset > button, main [data-testid*=add], main [data-testid*=new], main [data-testid*=next], main ol + button');
      add?.click();
      return add ? name(add) : 'nothing more';
    },
    async key() {
      const pressed = pick(KEYS);
      key(document.activeElement ?? document.body, pressed, { shiftKey: random(6) === 0, ctrlKey: random(10) === 0 });
      return pressed;
    },
    async paste() {
      const text = pick(BLOCKS);
      const data = new DataTransfer();
      data.setData('text/plain', text);
      const target = random(2) ? document.activeElement : one('[role=grid], textarea');
      if (!target) return 'nowhere';
      target.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }));
      if (target.tagName === 'TEXTAREA') {
        write(target, text);
        input(target);
      }
      return `${name(target).slice(0, 50)} ← ${JSON.stringify(text.slice(0, 20))}`;
    },
    async undo() {
      key(document.body, 'z', { ctrlKey: true, shiftKey: random(3) === 0 });
      return '';
    },
    async leave() {
      document.activeElement?.blur?.();
      return '';
    },
    async back() {
      if (navigation.canGoBack) history.back();
      return location.hash;
    },
    async forward() {
      if (navigation.canGoForward) history.forward();
      return location.hash;
    },
    async go() {
      const known = been();
      const ids = visits();
      const place = random(3) === 0 || !known.length ? pick(PLACES) : random(2) || !ids.length ? pick(known) : `#/buoi/${pick(ids)}${pick(BELOW)}`;
      location.hash = place;
      return place;
    },
    async sample() {
      const button = document.querySelector('[data-testid=open-sample]');
      button?.click();
      return button ? '' : 'none here';
    },
    async window() {
      const event = pick(['resize', 'scroll', 'pagehide', 'beforeprint', 'afterprint', 'focus', 'blur']);
      window.dispatchEvent(new Event(event));
      if (random(3) === 0) window.scrollTo(0, random(3_000));
      return event;
    },
    async rest() {
      const ms = pick([5, 30, 120, 280, 450]);
      await rest(ms);
      return `${ms} ms`;
    },
  };
  const WEIGHTS = { tap: 32, tick: 8, type: 16, here: 4, choose: 5, form: 4, more: 4, key: 9, paste: 2, undo: 4, leave: 1, back: 3, forward: 1, go: 6, sample: 1, window: 1, rest: 5 };
  const BAG = Object.entries(WEIGHTS).flatMap(([step, weight]) => Array(weight).fill(step));

  // Printing would hold the page up.
  window.print = () => ['beforeprint', 'afterprint'].forEach((event) => window.dispatchEvent(new Event(event)));

  const run = async (from, number) => {
    seed = from;
    const tale = (robot.tale = { steps: [], done: 0, slowest: [0, ''], end: null });
    for (; tale.done < number; tale.done += 1) {
      const step = pick(BAG);
      const began = performance.now();
      const place = location.hash;
      let what;
      try {
        what = await STEPS[step]();
      } catch (error) {
        what = `${error}`;
      }
      // Sometimes the next thing is done before the app has come to itself.
      if (random(5) !== 0) await rest(0);
      const took = performance.now() - began - (step === 'rest' ? parseFloat(what) : 0);
      tale.steps.push(`${place} ${step} ${what}`);
      if (tale.steps.length > 30) tale.steps.shift();
      if (took > tale.slowest[0]) tale.slowest = [Math.round(took), tale.steps.at(-1)];
      if (document.querySelector('.rescue')) {
        tale.end = 'trap';
        return;
      }
      if (tale.done % 8 === 0) remember();
    }
    tale.end = 'done';
  };
  window.robot = { run, tale: null };
})();

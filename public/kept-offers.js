/**
 * What kept.js has kept of this page's forms is offered above each form, with its time: 恢复 or 放弃. What stands there
 * otherwise than when it was typed is told beside it; what belongs to no form of the page any more is shown for copying.
 */
(() => {
  'use strict';

  if (!window.qiantouKept) return;
  const { typedInto, nameIn, isTick, valuesOf, same, isKept, isRefused, read, forget, adopt, isOfForm, earlier } =
    window.qiantouKept;
  const SHOWN_FIELDS = 6;
  const SHOWN_LETTERS = 60;

  /** Names of which one value differs; the columns of a list of rows go together. */
  function changedNames(from, to) {
    const names = [...new Set([...Object.keys(from), ...Object.keys(to)])];
    const changed = names.filter((name) => !same(from[name], to[name]));
    const rows = new Set(changed.map((name) => (to[name] || []).length).filter((length) => length > 1));
    return names.filter((name) => changed.includes(name) || rows.has((to[name] || []).length));
  }

  function line(words, parent) {
    const paragraph = document.createElement('p');
    paragraph.textContent = words;
    parent.append(paragraph);
  }

  function timeOf(at) {
    const time = new Date(at).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' });
    const isToday = new Date(at).toDateString() === new Date().toDateString();
    return isToday ? time : `${new Date(at).getMonth() + 1}月${new Date(at).getDate()}日 ${time}`;
  }

  const cut = (words) => (words.length > SHOWN_LETTERS ? `${words.slice(0, SHOWN_LETTERS)}…` : words);

  /** A field's value as a person reads it. */
  function valueWords(field, value) {
    if (field instanceof HTMLSelectElement) {
      const option = [...field.options].find((one) => one.value === value);
      return option ? option.label : value;
    }
    return isTick(field) ? field.labels[0]?.textContent.trim() || value : value;
  }

  /** A field's label; of a line of a list that the page does not show yet, with that line's number. */
  function labelOf(field, number) {
    const label = field.getAttribute('aria-label') || field.labels[0]?.textContent.trim() || '';
    return number ? label.replace(/\d+/, number) : label;
  }

  /** “举措名称：……” of the n-th field of a name, with what stood there where it was emptied; empty where the form has none such. */
  function fieldWords(form, name, value, at, before) {
    const own = typedInto(form).filter((one) => nameIn(one) === name);
    const field = own.find((one) => isTick(one) && one.value === value) || own[at] || own[own.length - 1];
    if (!field) return value ? cut(value) : '';
    const label = isTick(field) ? '已勾选' : labelOf(field, own[at] ? null : at + 1);
    const gone = before ? `删去“${cut(valueWords(field, before))}”` : '不填';
    return `${label ? `${label}：` : ''}${cut(valueWords(field, value)) || gone}`;
  }

  /** The n-th value of a name; a line of a list that was not there yet began as the empty last one. */
  function valueAt(values, at) {
    return at < values.length ? values[at] : values[values.length - 1] || '';
  }

  function wordsOf(form, names, values, others) {
    const words = names.flatMap((name) =>
      (values[name] || []).map((value, at) => {
        const before = valueAt(others[name] || [], at);
        return same(value, before) ? '' : fieldWords(form, name, value, at, before);
      }),
    );
    const told = words.filter(Boolean);
    return told.length > SHOWN_FIELDS
      ? [...told.slice(0, SHOWN_FIELDS), `另有 ${told.length - SHOWN_FIELDS} 处`]
      : told;
  }

  function button(label, act, parent) {
    const one = document.createElement('button');
    one.type = 'button';
    one.className = 'btn btn-sm';
    one.textContent = label;
    one.addEventListener('click', act);
    parent.append(one, ' ');
    return one;
  }

  const canTake = (field, value) =>
    !(field instanceof HTMLSelectElement) || [...field.options].some((one) => one.value === value);

  function set(field, values, at) {
    const before = isTick(field) ? field.checked : field.value;
    if (isTick(field)) field.checked = values.includes(field.value);
    else if (at < values.length && canTake(field, values[at])) field.value = values[at];
    if (before === (isTick(field) ? field.checked : field.value)) return;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Field by field, for a line that was filled in may bring the next one. */
  function fillIn(form, names, values) {
    const fieldsOf = (name) => typedInto(form).filter((one) => nameIn(one) === name);
    names.forEach((name) => {
      for (let at = 0; at < fieldsOf(name).length; at += 1) set(fieldsOf(name)[at], values[name] || [], at);
    });
  }

  function unfold(element) {
    for (let one = element.closest('details'); one; one = one.parentElement.closest('details')) one.open = true;
  }

  function restore(form, key, kept) {
    const names = changedNames(kept.base, kept.fields);
    const [now, shown] = [valuesOf(form, false), valuesOf(form, true)];
    const isOver = names.some((name) => !same(now[name], shown[name]) && !same(now[name], kept.fields[name]));
    if (isOver && !window.confirm('这里已另有填写，恢复会替换它。确定恢复吗？')) return;
    fillIn(form, names, kept.fields);
    forget(key);
    offerAll();
  }

  /** Nothing of it is to be put back: the page shows it, not taken yet or saved, or has no place for it any more. */
  function settle(form, key, kept, changed) {
    const shown = valuesOf(form, true);
    if (isRefused) adopt(form, key, { ...kept, refused: true });
    else if (form.querySelector('[data-preview]')) adopt(form, key, kept);
    else if (changed.every((name) => name in shown)) forget(key);
    else offerLost(key, kept);
  }

  /** What was sent for a preview and not done is told apart from what was never sent. */
  function tellTyped(form, names, kept, box) {
    const isLooked = (name) => Boolean(kept.looked) && same(kept.fields[name], kept.looked[name]);
    const wordsFor = (some) => wordsOf(form, some, kept.fields, kept.base).join('；');
    const [typed, looked] = [wordsFor(names.filter((name) => !isLooked(name))), wordsFor(names.filter(isLooked))];
    if (typed) line(`上次未保存的填写（${timeOf(kept.at)}）：${typed}`, box);
    if (looked) line(`上次预览过、还没有执行的选择${typed ? '' : `（${timeOf(kept.at)}）`}：${looked}`, box);
  }

  /** Offers what is kept of a form, above it; what the page shows otherwise since then is told. */
  function offer(form, key, kept) {
    const shown = valuesOf(form, true);
    const changed = changedNames(kept.base, kept.fields);
    const names = changed.filter((name) => name in shown && !same(kept.fields[name], shown[name]));
    if (names.length === 0) return settle(form, key, kept, changed);
    const box = document.createElement('div');
    box.className = 'alert qt-kept';
    box.setAttribute('role', 'status');
    box.dataset.kept = key;
    tellTyped(form, names, kept, box);
    const moved = wordsOf(form, names, shown, kept.base);
    if (moved.length > 0) line(`此后这里已有改动，现为：${moved.join('；')}（恢复后请核对再保存）`, box);
    button('恢复', () => restore(form, key, kept), box);
    button('放弃', () => (forget(key), offerAll()), box);
    form.before(box);
    unfold(form);
  }

  /** What was typed into a form that this page does not have any more: to be read and copied. */
  function offerLost(key, kept) {
    const box = document.createElement('div');
    box.className = 'alert qt-kept';
    box.dataset.kept = key;
    line(`上次未保存的填写（${timeOf(kept.at)}），原来填写的地方已不在本页：`, box);
    changedNames(kept.base, kept.fields).forEach((name) => {
      const typed = (kept.fields[name] || []).filter((value, at) => value !== (kept.base[name] || [])[at]);
      typed.filter(Boolean).forEach((value) => line(value, box));
    });
    button('放弃', () => (forget(key), offerAll()), box);
    document.getElementById('main').prepend(box);
  }

  /** A refusal without the form stands at the address that the form was sent to. */
  const isSentTo = (key, path) => key.split('|')[2].split(/[ #]/)[0] === path;

  /** Offers that were settled here or in another tab go. */
  function takeAway() {
    document.querySelectorAll('[data-kept]').forEach((box) => read(box.dataset.kept) || box.remove());
    tellHowMany();
  }

  /** Offers stand at their forms, which may be far down: the head of the page counts them and leads there. */
  function tellHowMany() {
    const boxes = [...document.querySelectorAll('[data-kept]')];
    const old = document.getElementById('kept-count');
    if (old) old.remove();
    if (boxes.length === 0) return;
    const box = document.createElement('div');
    box.id = 'kept-count';
    box.className = 'alert qt-kept-count';
    const isAllLooked = boxes.every((one) => one.textContent.startsWith('上次预览过'));
    const what = isAllLooked ? '上次预览过、还没有执行的选择' : '上次未保存的填写';
    line(`本页有 ${boxes.length} 处${what}，没有放进页面：`, box);
    const list = document.createElement('ul');
    boxes.forEach((one, at) => list.append(linkTo(one, at)));
    box.append(list);
    document.getElementById('notices').after(box);
  }

  function linkTo(box, at) {
    const [item, link] = [document.createElement('li'), document.createElement('a')];
    box.id = `kept-${at + 1}`;
    link.href = `#${box.id}`;
    const place = box.parentElement.closest('article, details, section');
    const name = place ? place.querySelector('h3, summary, h2') : null;
    const words = box.querySelector('p').textContent.replace(/^上次(未保存的填写|预览过、还没有执行的选择)/, '');
    link.textContent = `${name ? cut(name.textContent.trim()) : ''}${cut(words)}`;
    item.append(link);
    return item;
  }

  /** The same words typed into a form at several times are kept once, with the latest time. */
  function forgetTwice(form) {
    const kept = earlier().filter((key) => isOfForm(key, form) && read(key));
    const latestFirst = kept.sort((a, b) => read(b).at - read(a).at);
    const seen = new Set();
    latestFirst.forEach((key) => {
      const { base, fields } = read(key);
      const words = JSON.stringify(changedNames(base, fields).map((name) => [name, fields[name]]));
      if (seen.has(words)) forget(key);
      seen.add(words);
    });
  }

  /** Shows every offer that has none yet and takes away those that are settled; typing of this page itself is none. */
  function offerAll() {
    takeAway();
    const isOffered = (key) => [...document.querySelectorAll('[data-kept]')].some((box) => box.dataset.kept === key);
    const forms = [...document.forms].filter(isKept);
    forms.forEach(forgetTwice);
    const here = location.pathname + location.search;
    earlier().forEach((key) => {
      const kept = read(key);
      if (!kept || isOffered(key)) return;
      const form = forms.find((one) => isOfForm(key, one));
      if (form) offer(form, key, kept);
      else if (kept.page === here || (isRefused && isSentTo(key, location.pathname))) offerLost(key, kept);
    });
    // What came later in the storage may have settled what was offered before it.
    takeAway();
  }

  offerAll();
  document.addEventListener('htmx:afterSettle', offerAll);
  window.addEventListener('storage', takeAway);
})();

/**
 * What was typed into a form and not sent is never lost: it is kept in this browser, for this person and this form,
 * until it was sent or given up; kept-offers.js offers it again with its time. Pages work without this.
 *
 * Every form that posts and has something to fill in is kept, but for passwords, files and hidden fields. Nothing is put
 * over what the page shows until the person asks for it; what changed there meanwhile is told first. Signing out clears
 * the person's own; what is a week old goes at the next page.
 *
 * data-user="ID"   on body: who is signed in
 * data-preview     on a button that only shows what would be done: pressing it sends nothing
 */
(() => {
  'use strict';

  const PREFIX = 'qiantou-kept|';
  const SENT = 'qiantou-sent';
  const LOOKED = 'qiantou-looked-at';
  const LONGEST_MS = 7 * 24 * 3600 * 1000;
  const NO_PART = new Set(['_csrf', '_key', '_rev', 'seen', 'only', 'next', 'digest']);
  const NOT_TYPED = new Set(['hidden', 'file', 'password', 'submit', 'button', 'reset', 'image']);

  const user = document.body.dataset.user;
  const load = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
  const [way] = performance.getEntriesByType('navigation');
  /** The page says that what was sent was not taken. */
  const isRefused =
    (way && way.responseStatus >= 400) || document.querySelector('.qt-error-message, #error-summary') !== null;
  /** What the page showed when typing began, by form; what was typed into fields that the form has no more stands beside it. */
  const begun = new Map();

  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

  /** A field's name among those kept; in a list whose rows change with what is chosen, data-kept-name tells the row too. */
  const nameIn = (field) => field.dataset.keptName || field.name;

  /** The fields of a form that a person fills in. */
  const typedInto = (form) => [...form.elements].filter((one) => one.name && !NOT_TYPED.has(one.type));

  function isKept(form) {
    if (!form || (form.getAttribute('method') || '').toLowerCase() !== 'post') return false;
    return typedInto(form).length > 0 && !form.querySelector('input[type=password]');
  }

  /** The same form has the same name on every page that shows it: where it is sent to, and what it is about. */
  function nameOf(form) {
    const about = form.getAttribute('id') || form.dataset.card;
    if (about) return `${form.getAttribute('action')}#${about}`;
    const hidden = [...form.elements].filter((one) => one.type === 'hidden' && !NO_PART.has(one.name));
    return [form.getAttribute('action'), ...hidden.map((one) => `${one.name}=${one.value}`)].join(' ');
  }

  const isTick = (field) => field.type === 'checkbox' || field.type === 'radio';

  function shownValue(field) {
    if (!(field instanceof HTMLSelectElement)) return field.defaultValue;
    const chosen = [...field.options].find((one) => one.defaultSelected) || field.options[0];
    return chosen ? chosen.value : '';
  }

  /** Values by name: as they are now, or as the page came. */
  function valuesOf(form, asShown) {
    const values = {};
    typedInto(form).forEach((field) => {
      const list = (values[nameIn(field)] = values[nameIn(field)] || []);
      if (!isTick(field)) list.push(asShown ? shownValue(field) : field.value);
      else if (asShown ? field.defaultChecked : field.checked) list.push(field.value);
    });
    return values;
  }

  function read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  function allKeys() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    } catch {
      return [];
    }
  }

  function forget(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      return;
    }
  }

  const keyOf = (form) => `${PREFIX}${user}|${nameOf(form)}|${load}`;
  const keysOfUser = () => allKeys().filter((key) => key.startsWith(`${PREFIX}${user}|`));
  const isOfForm = (key, form) => key.startsWith(`${PREFIX}${user}|${nameOf(form)}|`);
  /** What earlier pages, or other tabs, have kept of this person. */
  const earlier = () => keysOfUser().filter((key) => !key.endsWith(`|${load}`));

  function keep(form) {
    const key = keyOf(form);
    if (!begun.has(key)) begun.set(key, { base: valuesOf(form, true), beyond: {} });
    const { base, beyond, looked } = begun.get(key);
    const fields = { ...beyond, ...valuesOf(form, false) };
    if (same(fields, base)) return forget(key);
    const page = location.pathname + location.search;
    write(key, { at: Date.now(), page, base, fields, looked });
  }

  function write(key, kept) {
    try {
      localStorage.setItem(key, JSON.stringify(kept));
    } catch {
      tell('浏览器的存储空间已满或被关闭，未保存的填写没有留底，请及时保存。');
    }
  }

  /** The page shows what was typed, but it is not taken yet: it goes on being kept. */
  function adopt(form, key, kept) {
    const here = valuesOf(form, true);
    const gone = Object.entries(kept.fields).filter(([name]) => !(name in here));
    const base = { ...here, ...kept.base };
    begun.set(keyOf(form), { base, beyond: Object.fromEntries(gone), looked: kept.looked });
    write(keyOf(form), kept);
    forget(key);
    if (kept.refused) forgetRefused(formIn(key));
  }

  function drop(form) {
    begun.delete(keyOf(form));
    forget(keyOf(form));
  }

  function tell(words) {
    if (document.querySelector('[data-kept-fault]')) return;
    const box = document.createElement('div');
    box.className = 'alert qt-errors';
    box.dataset.keptFault = '';
    box.textContent = words;
    document.getElementById('notices').append(box);
  }

  function clearOld() {
    allKeys().forEach((key) => {
      const kept = read(key);
      if (!kept || Date.now() - kept.at > LONGEST_MS) forget(key);
    });
  }

  /** The keys that the page before noted, if this page is the answer to it and no refusal. */
  function answered(note) {
    const noted = sessionStorage.getItem(note);
    sessionStorage.removeItem(note);
    const isAnswer = way && way.type === 'navigate' && document.referrer.startsWith(`${location.origin}/`);
    return noted && user && isAnswer && !isRefused ? JSON.parse(noted) : [];
  }

  function onSubmit(event) {
    const form = event.target;
    if (event.defaultPrevented || !isKept(form)) return;
    const isLook = event.submitter && event.submitter.hasAttribute('data-preview');
    sessionStorage.setItem(isLook ? LOOKED : SENT, JSON.stringify([keyOf(form)]));
  }

  /** Whether all that differs from what the page showed was sent for a preview. */
  const isOnlyLookedAt = ({ base, fields, looked }) =>
    Boolean(looked) &&
    Object.keys(fields).every((name) => same(fields[name], base[name]) || same(fields[name], looked[name]));

  /** Of a form, what had only been previewed: a later preview, or the deed, takes its place. */
  function forgetLookedAt(name) {
    const own = keysOfUser().filter((key) => key.startsWith(name) && !key.endsWith(`|${load}`));
    own.filter((key) => isOnlyLookedAt(read(key) || { looked: null })).forEach(forget);
  }

  const formIn = (key) => key.slice(0, key.lastIndexOf('|') + 1);

  /** A preview shows what was typed, or what became of it: it goes on being kept, and is not offered there. */
  function keepLookedAt() {
    answered(LOOKED).forEach((key) => {
      const [form, kept] = [[...document.forms].find((one) => isKept(one) && isOfForm(key, one)), read(key)];
      if (form && kept) adopt(form, key, { ...kept, looked: kept.fields });
      forgetLookedAt(formIn(key));
    });
  }

  /** What earlier pages sent of a form and was refused: a later sending takes its place. */
  function forgetRefused(name) {
    const own = allKeys().filter((key) => key.startsWith(name) && !key.endsWith(`|${load}`));
    own.filter((key) => (read(key) || {}).refused).forEach(forget);
  }

  /** What was sent and taken. */
  function forgetSent() {
    answered(SENT).forEach((key) => {
      forget(key);
      forgetLookedAt(formIn(key));
      forgetRefused(formIn(key));
    });
  }

  function onSignOut(event) {
    if (event.target.getAttribute('action') !== '/sign-out') return;
    const keys = keysOfUser();
    const question = `本机上有 ${keys.length} 处填写没有保存，退出后会清除。确定退出吗？`;
    if (keys.length > 0 && !window.confirm(question)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    keys.forEach(forget);
  }

  /** A draft that the server has taken; what was typed after it was sent is still kept. */
  function onDrafted(event) {
    const kept = read(keyOf(event.target));
    if (kept && kept.at <= event.detail.sentAt) drop(event.target);
  }

  /** A form that was saved has an end with what an earlier page sent of it and was refused; what was refused now says so. */
  function onAnswer({ detail: { successful, requestConfig, xhr } }) {
    const form = requestConfig.elt;
    if (!isKept(form)) return;
    const kept = read(keyOf(form));
    if (!successful && xhr.status === 422 && kept) return write(keyOf(form), { ...kept, refused: true });
    if (!successful) return;
    drop(form);
    forgetRefused(formIn(keyOf(form)));
  }

  clearOld();
  forgetSent();
  if (!user) return;
  keepLookedAt();
  window.qiantouKept = {
    ...{ typedInto, nameIn, isTick, valuesOf, same, isKept, isRefused },
    ...{ read, forget, adopt, isOfForm, earlier },
  };
  document.addEventListener('input', (event) => isKept(event.target.form) && keep(event.target.form));
  document.addEventListener('change', (event) => isKept(event.target.form) && keep(event.target.form));
  document.addEventListener('submit', onSignOut, true);
  document.addEventListener('submit', onSubmit);
  document.addEventListener('qt:drafted', onDrafted);
  document.addEventListener('htmx:afterRequest', onAnswer);
})();

/**
 * The page for checking a reading, made more comfortable; it works without this.
 *
 * A click in the source shows the card of its measure and the other way round, without leaving the place where one
 * is; saving a card brings back that card alone, so that what was typed into others stays; a card that was changed says
 * so, and leaving the page with such a card asks first; an empty line for a unit is always there. Alt+J and Alt+K go to the next and the previous card in doubt, Alt+S saves the card in hand.
 */
(() => {
  'use strict';

  const beside = document.querySelector('[data-beside]');
  if (!beside) return;
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const behaviour = calm ? 'auto' : 'smooth';
  const changed = new Set();

  function unmark() {
    beside.querySelectorAll('.qt-here').forEach((one) => one.classList.remove('qt-here'));
  }

  /** Shows a measure on both sides; `focus` puts the cursor on its card. */
  function show(key, focus) {
    const card = document.getElementById(key);
    const spans = beside.querySelectorAll(`[data-source="${CSS.escape(key)}"]`);
    unmark();
    spans.forEach((span) => span.classList.add('qt-here'));
    if (card) card.classList.add('qt-here');
    if (spans[0]) within(beside.querySelector('.qt-source'), spans[0]);
    if (!card) return;
    within(beside.querySelector('.qt-reading'), card);
    if (focus) card.focus({ preventScroll: true });
  }

  /** Scrolls one pane so that the element stands near its top, and leaves the page where it is. */
  function within(pane, element) {
    const top = element.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop - 24;
    pane.scrollTo({ top, behavior: behaviour });
  }

  /** Opens the folded lists around a place of the page that was jumped to, where the browser does not by itself. */
  function unfold() {
    const id = decodeURIComponent(location.hash.slice(1));
    let fold = id && document.getElementById(id)?.closest('details');
    for (; fold; fold = fold.parentElement.closest('details')) fold.open = true;
  }

  /** A list that stands open stays open when a card's answer brings it anew. */
  function onListAnew(event) {
    const { target, fragment } = event.detail;
    target.querySelectorAll('details[data-fold][open]').forEach(({ dataset }) => {
      const next = fragment.querySelector(`details[data-fold="${dataset.fold}"]`);
      if (next) next.open = true;
    });
  }

  function onClick(event) {
    const span = event.target.closest('[data-source]');
    const link = event.target.closest('[data-to-source]');
    if (!span && !link) return;
    const key = span ? span.dataset.source : link.dataset.toSource;
    if (!document.getElementById(key)) return;
    event.preventDefault();
    history.replaceState(null, '', `#${key}`);
    show(key, Boolean(span));
  }

  function onInput(event) {
    const form = event.target.closest('form[data-card]');
    if (!form) return;
    changed.add(form);
    form.querySelector('h3').classList.add('qt-unsaved');
    const row = event.target.closest('[data-unit]');
    if (row && row === row.parentElement.lastElementChild && event.target.value) addRow(row);
  }

  /** A lead that the document does not name needs its ground. */
  function onChange(event) {
    const ground = event.target.name === 'unitRole' && event.target.form.querySelector('.qt-ground');
    if (ground && event.target.value === 'lead') ground.open = true;
  }

  function addRow(row) {
    const next = row.cloneNode(true);
    next.querySelectorAll('input').forEach((input) => (input.value = ''));
    const number = row.parentElement.querySelectorAll('[data-unit]').length + 1;
    next.querySelector('[name=unitName]').setAttribute('aria-label', `单位 ${number}`);
    next.querySelector('[name=unitRole]').setAttribute('aria-label', `单位 ${number} 的职责`);
    row.after(next);
  }

  const isCard = (form) => form && form.matches && form.matches('form[data-card]');
  const isFinish = (form) => form && form.matches && form.matches('form[data-finish]');

  /** Nothing that was typed is lost by confirming too early: the first card with something unsaved is shown instead. */
  function unsavedFirst(event) {
    const [form] = [...changed].filter((one) => one.isConnected);
    if (!form) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    document.querySelector('[data-unsaved]').hidden = false;
    show(form.dataset.card, true);
  }

  function onSubmit(event) {
    if (isCard(event.target) && window.htmx) return;
    if (isFinish(event.target)) return unsavedFirst(event);
    changed.delete(event.target);
    if (changed.size > 0 && !window.confirm('其他举措还有未保存的改动，回到本页才能恢复。确定继续吗？'))
      event.preventDefault();
  }

  /** 确认无误 came too early: the first open question is shown; what was typed elsewhere stays. */
  function onTooEarly(event) {
    const { requestConfig, target } = event.detail;
    if (!requestConfig || !isFinish(requestConfig.elt) || (target && target.id === 'notices')) return;
    const open = beside.querySelector('article.qt-open');
    if (open) show(open.id, false);
    const fault = document.getElementById('error-summary');
    if (fault) fault.focus();
  }

  /** A saved card came back: its source is in no doubt any more, and the next doubt is shown. */
  function onSaved(event) {
    const { requestConfig, target } = event.detail;
    const form = requestConfig && requestConfig.elt;
    if (!isCard(form) || (target && target.id === 'notices')) return;
    changed.delete(form);
    const key = form.dataset.card;
    const card = document.getElementById(key);
    if (card && card.querySelector('.qt-errors')) return show(key, true);
    beside.querySelectorAll(`[data-source="${CSS.escape(key)}"].qt-tint-doubt`).forEach((span) => {
      span.classList.replace('qt-tint-doubt', 'qt-tint-note');
    });
    const next = nextDoubt(card);
    if (next) show(next.id, true);
    else if (card) card.focus({ preventScroll: true });
  }

  /** The next card in doubt after this one, else the first. */
  function nextDoubt(card) {
    const open = [...beside.querySelectorAll('article.qt-open')];
    const after = card && open.find((one) => card.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    return after || open[0] || null;
  }

  /** Names typed beside the cards are not swept away by a card's answer. */
  function onUnitInput(event) {
    if (!event.target.closest('#unit-checks')) return;
    const pane = beside.querySelector('.qt-reading');
    pane.setAttribute('hx-select-oob', pane.getAttribute('hx-select-oob').replace(',#unit-checks', ''));
  }

  function release(form) {
    delete form.dataset.sent;
    form.querySelectorAll('button[data-held]').forEach((button) => (button.disabled = false));
  }

  /** A refusal that is no card (signed out, no right, a fault): its notice is shown, the card stays as typed. */
  function onAnswer(event) {
    const { requestConfig, xhr, isError } = event.detail;
    if (!requestConfig || !isCard(requestConfig.elt) || !isError || xhr.getResponseHeader('HX-Reselect')) return;
    event.detail.selectOverride = 'unset';
    event.detail.swapOverride = 'innerHTML show:window:top';
    release(requestConfig.elt);
  }

  function onFault(event) {
    const form = event.detail.requestConfig && event.detail.requestConfig.elt;
    if (!isCard(form)) return;
    release(form);
    form.querySelector('[data-fault]').hidden = false;
  }

  function step(direction) {
    const cards = [...beside.querySelectorAll('article.qt-open')];
    if (cards.length === 0) return;
    const current = document.activeElement && document.activeElement.closest('article.qt-measure');
    const at = cards.indexOf(current) + direction;
    show(cards[(at + cards.length) % cards.length].id, true);
    if (beside.getBoundingClientRect().top > window.innerHeight / 2) beside.scrollIntoView({ behavior: behaviour });
  }

  function onKey(event) {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const key = event.key.toLowerCase();
    const form = document.activeElement && document.activeElement.closest('article')?.querySelector('form[data-card]');
    if (key === 'j') step(1);
    else if (key === 'k') step(-1);
    else if (key === 's' && form) form.requestSubmit();
    else return;
    event.preventDefault();
  }

  document.addEventListener('click', onClick);
  document.addEventListener('input', onInput);
  document.addEventListener('input', onUnitInput);
  document.addEventListener('change', onChange);
  document.addEventListener('htmx:afterSettle', onSaved);
  document.addEventListener('htmx:afterSettle', onTooEarly);
  document.addEventListener('htmx:beforeSwap', onAnswer);
  document.addEventListener('htmx:oobBeforeSwap', onListAnew);
  document.addEventListener('htmx:sendError', onFault);
  document.addEventListener('htmx:timeout', onFault);
  document.addEventListener('submit', onSubmit, true);
  document.addEventListener('keydown', onKey);
  window.addEventListener('beforeunload', (event) => {
    if (changed.size > 0 && !document.querySelector('form[data-sent]:not([data-card])')) event.preventDefault();
  });
  window.addEventListener('hashchange', unfold);
  unfold();
  document.querySelectorAll('[data-keys]').forEach((one) => (one.hidden = false));
  const key = location.hash.slice(1);
  if (/^[mc]\d+$/.test(key)) show(key, true);
})();

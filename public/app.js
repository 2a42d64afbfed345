/**
 * Makes pages more comfortable; every page works without it.
 *
 * data-copy="ID"        on a button: copies the text of the element with that id
 * data-confirm="…"      on a form: asks before sending
 * data-draft="ADDRESS"  on a form: sends what was typed to that address every few seconds (a draft, not a submission)
 * data-missing="…"      on a field that must be filled: said when it is empty
 * data-key="x"          on a link or button: Alt+X presses it
 */
(() => {
  'use strict';

  const DRAFT_PAUSE_MS = 2500;
  const SENT_AGAIN_MS = 15000;

  function copyText(field) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(field.value);
    field.select();
    return document.execCommand('copy') ? Promise.resolve() : Promise.reject(new Error('copy refused'));
  }

  function say(button, words) {
    const before = button.dataset.label || button.textContent;
    button.dataset.label = before;
    button.textContent = words;
    setTimeout(() => (button.textContent = before), 2500);
  }

  function onCopy(button) {
    const field = document.getElementById(button.dataset.copy);
    copyText(field).then(
      () => say(button, '已复制'),
      () => {
        field.select();
        say(button, '请按 Ctrl+C 复制');
      },
    );
  }

  /** A second click must not send the same form again; the key in the form is the second wall. */
  function holdButtons(form, held) {
    form.querySelectorAll('button[type=submit]').forEach((button) => {
      if (held && button.disabled) return;
      if (held || button.dataset.held) button.disabled = held;
      button.dataset.held = held ? 'yes' : '';
    });
  }

  function release(form) {
    delete form.dataset.sent;
    holdButtons(form, false);
  }

  function onSubmit(event) {
    const form = event.target;
    const question = (event.submitter && event.submitter.dataset.confirm) || form.dataset.confirm;
    if (form.dataset.sent) return event.preventDefault();
    if (question && !window.confirm(question)) return event.preventDefault();
    if (form.method !== 'post') return;
    form.dataset.sent = 'yes';
    setTimeout(() => holdButtons(form, true), 0);
    setTimeout(() => release(form), SENT_AGAIN_MS);
  }

  /** What a field that must be filled says when it is empty, in the office's words. */
  function sayMissing({ target }) {
    const { missing } = target.dataset;
    if (missing) target.setCustomValidity(target.validity.valueMissing ? missing : '');
  }

  function fieldsOf(form) {
    const fields = new URLSearchParams();
    new FormData(form).forEach((value, name) => {
      if (typeof value === 'string') fields.append(name, value);
    });
    fields.delete('_key');
    fields.delete('_rev');
    return fields;
  }

  function shownTime() {
    return new Date().toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' });
  }

  function saveDraft(form) {
    if (form.dataset.sent) return;
    const sentAt = Date.now();
    const status = form.querySelector('[data-draft-status]');
    const tell = (words) => status && (status.textContent = words);
    fetch(form.dataset.draft, {
      method: 'POST',
      body: fieldsOf(form),
      credentials: 'same-origin',
      headers: { Accept: 'application/json' },
    }).then(
      (answer) => {
        tell(answer.ok ? `草稿已保存 ${shownTime()}` : '草稿没有保存，请先不要关闭页面');
        if (answer.ok) form.dispatchEvent(new CustomEvent('qt:drafted', { bubbles: true, detail: { sentAt } }));
      },
      () => tell('网络不通，草稿没有保存，请先不要关闭页面'),
    );
  }

  function keepDraft(form) {
    let waiting = 0;
    form.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => saveDraft(form), DRAFT_PAUSE_MS);
    });
  }

  function onKey(event) {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.key.length !== 1) return;
    const target = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!target) return;
    event.preventDefault();
    target.click();
  }

  /** Back to a page must find its buttons working again. */
  function onShow() {
    document.querySelectorAll('form[data-sent]').forEach(release);
  }

  document.addEventListener('submit', onSubmit);
  document.addEventListener('invalid', sayMissing, true);
  document.addEventListener('input', (event) => {
    if (event.target.dataset.missing) event.target.setCustomValidity('');
  });
  document.addEventListener('keydown', onKey);
  window.addEventListener('pageshow', onShow);
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-copy]');
    if (button) onCopy(button);
  });
  document.querySelectorAll('[data-copy]').forEach((button) => (button.hidden = false));
  document.querySelectorAll('form[data-draft]').forEach(keepDraft);
  const summary = document.getElementById('error-summary');
  if (summary) summary.focus();
})();

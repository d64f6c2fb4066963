'use strict';

/*
 * What somebody has half typed outlives the lock. It is kept in this tab alone, encrypted under a key that only pages of
 * the same signed-in person hold, and it is gone once it is sent, emptied, or the person signs out.
 */
(() => {
  const PREFIX = 'draft ';
  const SENT = 'drafts-sent';
  const { draftKey, draftKept } = document.body.dataset;
  if (!draftKey || !window.crypto.subtle) {
    /* Locked: what was just sent did not arrive. */
    sessionStorage.removeItem(SENT);
    return;
  }

  const kept = () => Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX));
  const fields = [...document.querySelectorAll('textarea[data-keep]')];
  const nameOf = (field) => `${PREFIX}${field.form.getAttribute('action')} ${field.name}`;
  const bytesOf = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const base64Of = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)));
  const key = crypto.subtle.importKey('raw', bytesOf(draftKey), 'AES-GCM', false, ['encrypt', 'decrypt']);

  const seal = async (text) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv },
      await key,
      new TextEncoder().encode(text),
    );
    return `${base64Of(iv)} ${base64Of(sealed)}`;
  };
  const open = async (stored) => {
    const [iv, sealed] = stored.split(' ').map(bytesOf);
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await key, sealed));
  };

  /* One after the other, so that the last word typed is the last one kept; nothing after it was sent. */
  let isLeaving = false;
  let saving = Promise.resolve();
  const save = (field) => {
    const text = field.value;
    saving = saving.then(async () => {
      const sealed = text.trim() === '' ? null : await seal(text);
      if (isLeaving) return;
      if (sealed === null) sessionStorage.removeItem(nameOf(field));
      else sessionStorage.setItem(nameOf(field), sealed);
    });
  };

  /* What a form took is forgotten, except where the page tells that it did not, or was loaded without an answer of it. */
  const sent = JSON.parse(sessionStorage.getItem(SENT) || '[]');
  sessionStorage.removeItem(SENT);
  const [arrival] = performance.getEntriesByType('navigation');
  const isAnswer = arrival && arrival.type === 'navigate' && !document.querySelector('[data-refused]');
  if (isAnswer) for (const name of sent) sessionStorage.removeItem(name);

  const giveBack = (field, text) => {
    field.value = text;
    const fold = field.closest('details');
    if (fold) fold.open = true;
    const told = document.createElement('p');
    told.className = 'hint kept';
    told.setAttribute('role', 'status');
    told.textContent = draftKept;
    field.after(told);
  };

  /* What does not open is somebody else's, who was signed in here before. */
  const restore = async () => {
    for (const name of kept()) {
      const text = await open(sessionStorage.getItem(name)).catch(() => null);
      if (text === null) sessionStorage.removeItem(name);
      const field = text === null ? undefined : fields.find((one) => nameOf(one) === name);
      if (field && field.value === '') giveBack(field, text);
    }
  };

  for (const field of fields) {
    if (field.value !== '') save(field);
    field.addEventListener('input', () => save(field));
  }
  saving = saving.then(restore);

  document.addEventListener('submit', ({ target }) => {
    const names = fields.filter(({ form }) => form === target).map(nameOf);
    if (names.length > 0) {
      isLeaving = true;
      sessionStorage.setItem(SENT, JSON.stringify(names));
    }
    if (target.matches('.who')) {
      isLeaving = true;
      for (const name of kept()) sessionStorage.removeItem(name);
    }
  });
})();

'use strict';

/* Small comforts; every page works without this file. */
(() => {
  const announcer = document.getElementById('announcer');
  const csrfHeaders = () => JSON.parse(document.body.getAttribute('hx-headers') || '{}');

  /* One form, one click. A page that is shown again from the browser's memory may be sent again. */
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
    if (form.hasAttribute('hx-post') || (event.submitter && event.submitter.hasAttribute('hx-post'))) return;
    if (form.dataset.sent === 'yes') event.preventDefault();
    form.dataset.sent = 'yes';
    form.setAttribute('aria-busy', 'true');
  });
  window.addEventListener('pageshow', () => {
    for (const form of document.forms) {
      delete form.dataset.sent;
      form.removeAttribute('aria-busy');
    }
  });

  /* Somebody who types is there: tell the server now and then, so that the idle lock does not take a long text away. */
  const STILL_HERE_MS = 60_000;
  let toldAt = Date.now();
  const tell = () => {
    if (!document.body.hasAttribute('hx-headers') || Date.now() - toldAt < STILL_HERE_MS) return;
    toldAt = Date.now();
    fetch('/console/con-day', { method: 'POST', headers: csrfHeaders() }).catch(() => undefined);
  };
  document.addEventListener('keydown', tell);
  document.addEventListener('pointerdown', tell);

  /* Where a page is made for paper. */
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }

  /* Ready words for an answer: added below what is typed, with the first gap chosen, to be typed over. */
  for (const list of document.querySelectorAll('[data-phrases-for]')) {
    const field = document.getElementById(list.dataset.phrasesFor);
    list.hidden = false;
    list.addEventListener('click', ({ target }) => {
      const { phrase } = target.dataset;
      if (phrase === undefined) return;
      const typed = field.value.trimEnd();
      field.value = typed === '' ? phrase : `${typed}\n${phrase}`;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.focus();
      const gap = field.value.indexOf('…', typed.length);
      if (gap >= 0) field.setSelectionRange(gap, gap + 1);
    });
  }

  /* What is to be pasted elsewhere: a number, an account, a link. */
  if (navigator.clipboard)
    for (const button of document.querySelectorAll('[data-copy]')) {
      button.hidden = false;
      button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(button.dataset.copy);
        button.textContent = button.dataset.copied;
        if (announcer) announcer.textContent = button.dataset.copied;
      });
    }

  /* On a narrow screen the navigation scrolls sideways: show where we are. */
  const here = document.querySelector('.nav [aria-current]');
  if (here) here.scrollIntoView({ block: 'nearest', inline: 'center' });

  /* Where a chart is wider than the screen, the newest is what is wanted. */
  for (const chart of document.querySelectorAll('.trend .scroll')) chart.scrollLeft = chart.scrollWidth;

  /* The bell: silent until somebody asks for it, because a browser plays nothing before a click. Then on every page. */
  const BELL_KEY = 'bell';
  const bell = document.querySelector('.bell');
  let audio = null;
  const ring = () => {
    if (!audio) return;
    for (const [at, pitch] of [
      [0, 880],
      [0.22, 660],
      [0.44, 880],
    ]) {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.0001, audio.currentTime + at);
      volume.gain.exponentialRampToValueAtTime(0.3, audio.currentTime + at + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + at + 0.2);
      tone.connect(volume).connect(audio.destination);
      tone.start(audio.currentTime + at);
      tone.stop(audio.currentTime + at + 0.21);
    }
  };
  const setBell = (isOn) => {
    if (audio) audio.close();
    audio = isOn ? new AudioContext() : null;
    sessionStorage.setItem(BELL_KEY, isOn ? 'on' : 'off');
    if (!bell) return;
    bell.setAttribute('aria-pressed', String(isOn));
    bell.textContent = isOn ? bell.dataset.on : bell.dataset.off;
  };
  if (window.AudioContext) {
    if (bell) bell.hidden = false;
    setBell(sessionStorage.getItem(BELL_KEY) === 'on');
    if (bell)
      bell.addEventListener('click', () => {
        setBell(audio === null);
        ring();
      });
    /* A page that was opened anew may have to wait for the first touch. */
    document.addEventListener('pointerdown', ({ target }) => {
      if (audio && audio.state === 'suspended' && target !== bell) audio.resume();
    });
  }

  /* What rang is remembered from page to page: each alarm rings once, also one that came while a page was loading. */
  const RUNG_KEY = 'rung';
  const MOST_RUNG = 500;
  const rung = () => JSON.parse(sessionStorage.getItem(RUNG_KEY) || 'null');
  const alarmsNow = () =>
    [...document.querySelectorAll('[data-alarm]')].flatMap((one) =>
      one.dataset.alarm.split(' ').filter(Boolean),
    );
  const ringForNew = () => {
    const before = rung();
    const fresh = alarmsNow().filter((id) => !(before || []).includes(id));
    sessionStorage.setItem(RUNG_KEY, JSON.stringify([...(before || []), ...fresh].slice(-MOST_RUNG)));
    if (before !== null && fresh.length > 0) ring();
  };
  ringForNew();

  const title = document.title;
  document.addEventListener('htmx:afterSettle', () => {
    ringForNew();
    const banner = document.querySelector('.fresh-banner');
    const text = banner ? banner.textContent.trim() : '';
    document.title = text === '' ? title : `● ${title}`;
    if (announcer && announcer.textContent !== text) announcer.textContent = text;
  });
})();

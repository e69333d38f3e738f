// Runs before anything of Studio: its language, what happens when the server says no, and style sheets that stay affordable.
// A classic script in a function of its own: Studio's scripts declare global one-letter names.
(function () {
  'use strict';
  const language = document.currentScript.dataset.language;
  localStorage.setItem('BlazorCulture', language === 'en' ? 'en-US' : 'zh-CN');

  const send = window.fetch.bind(window);
  // Tells the server's saves of this tab from those of another one. No randomUUID: it exists on https only.
  const editor = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const answerers = [];
  const askers = [];
  const listeners = [];
  // Each is asked in turn with (response, request, again); the first that gives back a response decides.
  // Askers hear of each request before it goes out, listeners when all is said about it, whatever came of it.
  window.gongtuiStudio = { language, onAnswer: (answerer) => answerers.push(answerer), onAsk: (asker) => askers.push(asker), onDone: (listener) => listeners.push(listener), onFailure: null };

  function pathOf(input) {
    return new URL(typeof input === 'string' ? input : input.url ?? String(input), location.href).pathname;
  }

  window.fetch = async function (input, init) {
    const path = pathOf(input);
    if (!path.startsWith('/elsa/')) return send(input, init);
    const headers = new Headers(init?.headers ?? input.headers);
    headers.set('X-Gongtui-Editor', editor);
    const request = { path, method: (init?.method ?? input.method ?? 'GET').toUpperCase() };
    const again = () => send(input, { ...init, headers });
    let response;
    for (const asker of askers) asker(request);
    try {
      response = await again();
      for (const answerer of answerers) response = (await answerer(response, request, again)) ?? response;
    } catch (error) {
      if (!response && error.name !== 'AbortError') window.gongtuiStudio.onFailure?.(error, request);
      throw error;
    } finally {
      for (const listener of listeners) listener(request, response);
    }
    return response;
  };

  // Radzen's sheet asks the whole document, whenever an element is added, whether it holds a part that Studio never shows
  // (":root:has(.rz-layout)"); for each step that is drawn the browser then styles all steps again. It has to be gone before anything is styled.
  const asksTheDocument = /^(?::root|html|body):has\(/;
  function relieve(sheet) {
    for (let i = sheet.cssRules.length - 1; i >= 0; i--) {
      const rule = sheet.cssRules[i];
      if (asksTheDocument.test(rule.selectorText ?? '')) sheet.deleteRule(i);
      else if (rule.cssRules?.length && rule.deleteRule) relieve(rule);
    }
  }
  for (const sheet of document.styleSheets) relieve(sheet);
})();

// Runs before anything of Studio: its language, and what happens when the server says no.
// A classic script in a function of its own: Studio's scripts declare global one-letter names.
(function () {
  'use strict';
  const language = document.currentScript.dataset.language;
  localStorage.setItem('BlazorCulture', language === 'en' ? 'en-US' : 'zh-CN');

  const send = window.fetch.bind(window);
  // Tells the server's saves of this tab from those of another one. No randomUUID: it exists on https only.
  const editor = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const answerers = [];
  // Each is asked in turn with (response, request, again); the first that gives back a response decides.
  window.gongtuiStudio = { language, onAnswer: (answerer) => answerers.push(answerer), onFailure: null };

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
    try {
      response = await again();
    } catch (error) {
      if (error.name !== 'AbortError') window.gongtuiStudio.onFailure?.(error, request);
      throw error;
    }
    for (const answerer of answerers) response = (await answerer(response, request, again)) ?? response;
    return response;
  };
})();

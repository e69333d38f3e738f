// Mounts one part of Studio at a time. Studio changes the address by itself (Run, Save As) and shows nothing new for it:
// every change of the address is seen here and answered with the part that belongs to it.
import { partFor } from './routes.js';

// Blazor takes a removed element apart one second later; a second one before that breaks the page.
const takenApart = 1300;

export function keepMounted(place) {
  let shown = null;
  let swapping = false;

  const provider = document.createElement('elsa-backend-provider');
  provider.setAttribute('remote-endpoint', `${location.origin}/elsa/api`);
  place.append(provider);

  const key = (part) => part && `${part.tag} ${part.id ?? ''}`;

  async function follow() {
    if (swapping) return;
    swapping = true;
    try {
      for (let part = partFor(location.pathname); part && key(part) !== shown?.key; part = partFor(location.pathname)) {
        if (shown) {
          place.dispatchEvent(new CustomEvent('part-leaving'));
          shown.element.remove();
          shown = null;
          await new Promise((done) => setTimeout(done, takenApart));
          if (key(partFor(location.pathname)) !== key(part)) continue;
        }
        shown = { key: key(part), element: await mount(part) };
      }
    } finally {
      swapping = false;
    }
  }

  async function mount(part) {
    mark(part);
    // Callbacks that are set before the element is known to the browser are lost.
    await customElements.whenDefined(part.tag);
    const element = document.createElement(part.tag);
    element.setAttribute('remote-endpoint', `${location.origin}/elsa/api`);
    if (part.attribute) element.setAttribute(part.attribute, part.id);
    for (const [name, address] of Object.entries(part.callbacks ?? {})) element[name] = (id) => go(address(id));
    place.append(element);
    place.dispatchEvent(new CustomEvent('part-mounted', { detail: { part, element } }));
    return element;
  }

  // What is shown was changed on the server: the same part anew.
  place.addEventListener('part-again', () => {
    if (shown) shown.key = '';
    follow();
  });
  watchAddress(follow);
  followLinks(place);
  follow();
}

/** Goes to another address of Studio. Blazor must be told, or a list writes its old address back. */
export function go(address) {
  if (window.Blazor?.navigateTo) window.Blazor.navigateTo(address);
  else location.assign(address);
}

function watchAddress(changed) {
  for (const name of ['pushState', 'replaceState']) {
    const original = history[name];
    history[name] = function (...args) {
      original.apply(this, args);
      queueMicrotask(changed);
    };
  }
  window.addEventListener('popstate', () => queueMicrotask(changed));
}

// A link to another part of Studio need not load the whole page again.
function followLinks() {
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || link.target === '_blank') return;
    const address = new URL(link.href, location.href);
    if (address.origin !== location.origin || !partFor(address.pathname)) return;
    event.preventDefault();
    go(address.pathname + address.search);
  });
}

function mark(part) {
  for (const tab of document.querySelectorAll('.gt-tabs a')) {
    if (tab.dataset.section === part.section) tab.setAttribute('aria-current', 'page');
    else tab.removeAttribute('aria-current');
  }
  const language = document.getElementById('gt-language');
  language.href = language.href.replace(/return=.*/, `return=${encodeURIComponent(location.pathname)}`);
}

// Icons and colours of our steps, in the palette and on the diagram. Studio knows only those of a table compiled into it.

const drawing = (strokes) =>
  `url("data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="${strokes}" fill="none" stroke="#000" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/></svg>`)}")`;

export async function drawIcons() {
  const icons = await (await fetch(new URL('icons.json', import.meta.url))).json();
  writeStyles(icons);
  const typeOf = new Map();
  learnNames(typeOf, icons, () => document.querySelectorAll('.cursor-grab').forEach(markPaletteItem));

  function markNode(wrapper) {
    const type = typeIn(wrapper.getAttribute('activity-json'));
    if (icons[type]) wrapper.dataset.gtType = type;
    else delete wrapper.dataset.gtType;
  }

  function markPaletteItem(item) {
    const type = typeOf.get(item.textContent.trim());
    if (type) item.dataset.gtType = type;
    else delete item.dataset.gtType;
  }

  const mark = (root) => {
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    for (const wrapper of matching(root, 'elsa-activity-wrapper')) markNode(wrapper);
    for (const item of matching(root, '.cursor-grab')) markPaletteItem(item);
  };

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === 'attributes') markNode(change.target);
      else if (change.type === 'childList') change.addedNodes.forEach(mark);
      const item = change.target.parentElement?.closest('.cursor-grab');
      if (item) markPaletteItem(item);
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: ['activity-json'] });
  mark(document.body);
}

function* matching(root, selector) {
  if (root.matches(selector)) yield root;
  yield* root.querySelectorAll(selector);
}

function typeIn(json) {
  try {
    return JSON.parse(json)?.type;
  } catch {
    return undefined;
  }
}

// The palette shows names only; the descriptors, which Studio asks for anyway, say which type has which name.
function learnNames(typeOf, icons, learnt) {
  window.gongtuiStudio.onAnswer(async (response, request) => {
    if (!response.ok || typeOf.size > 0 || !request.path.endsWith('/descriptors/activities')) return response;
    const { items } = await response.clone().json();
    for (const item of items) if (icons[item.typeName] && item.isBrowsable) typeOf.set(item.displayName ?? item.name, item.typeName);
    learnt();
    return response;
  });
}

function writeStyles(icons) {
  const rules = Object.entries(icons).map(([type, { colour, strokes }]) =>
    `[data-gt-type="${type}"] { --gt-colour: ${colour}; --gt-icon: ${drawing(strokes)}; }`);
  const sheet = document.createElement('style');
  sheet.textContent = rules.join('\n');
  document.head.append(sheet);
}

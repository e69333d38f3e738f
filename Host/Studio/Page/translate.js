// Puts Studio's own texts into Chinese. The package has no way in for texts, so they are exchanged on the page, whole texts only,
// and never where something that people wrote is shown.
import { isOurs, mayTranslate } from './territory.js';
import { phraseBook } from './phrases.js';

const attributes = ['placeholder', 'title', 'aria-label'];
const skipped = 'svg, script, style, textarea, .monaco-editor, elsa-activity-wrapper, .x6-graph';

export async function translate() {
  const inChinese = await phraseBook();

  const text = (node) => {
    const words = node.data.trim();
    if (!words || !/[A-Za-z]/.test(words)) return;
    const chinese = inChinese(words);
    if (chinese && mayTranslate(node.parentElement)) node.data = node.data.replace(words, () => chinese);
  };

  const label = (element, name) => {
    const words = element.getAttribute(name)?.trim();
    const chinese = words && inChinese(words);
    if (chinese && mayTranslate(element)) element.setAttribute(name, chinese);
  };

  const labels = (element) => {
    for (const name of attributes) if (element.hasAttribute(name)) label(element, name);
  };

  const below = (root) => {
    if (root.nodeType === Node.TEXT_NODE) {
      if (root.parentElement && !root.parentElement.closest(skipped)) text(root);
      return;
    }
    if (root.nodeType !== Node.ELEMENT_NODE || isOurs(root) || root.closest(skipped)) return;
    labels(root);
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
      node.nodeType === Node.ELEMENT_NODE && (node.matches(skipped) || isOurs(node)) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) text(node);
      else labels(node);
    }
  };

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === 'childList') change.addedNodes.forEach(below);
      else if (change.type === 'characterData') below(change.target);
      else if (!change.target.closest(skipped)) label(change.target, change.attributeName);
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: attributes });
  below(document.body);
}

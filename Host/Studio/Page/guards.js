// Keeps away from what cannot work here, or what Studio 3.8.2 is known to spoil. Parts are known by the words that Studio gives them.

const hiddenTabs = new Set([
  'Code View', // applies half-written JSON by itself
  'Test', // runs a single step outside of any election
  'Commit Strategy', // the journal is written step by step, always
  'Log', // what is recorded is not a matter of choice
  'Resilience',
]);
const hiddenChoices = new Set(['State machine', 'Structured Logs', 'Alter', 'Alter this instance']);
// A link to a page that this server does not have.
const deadRows = new Set(['Open filtered logs']);
// Each new case of this editor takes the place of the one before until the step is selected again.
const addsCases = new Set(['Add case']);

function guard(root) {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) check(node);
}

/** Hides what must not be used, whatever language it is shown in afterwards; so it has to be called before the translation. */
export function watchForTraps() {
  new MutationObserver((changes) => {
    for (const change of changes) {
      for (const node of change.addedNodes) {
        if (node.nodeType === Node.TEXT_NODE) check(node);
        else if (node.nodeType === Node.ELEMENT_NODE && !node.closest('svg, .monaco-editor, elsa-activity-wrapper')) guard(node);
      }
    }
  }).observe(document.body, { childList: true, subtree: true });
  guard(document.body);
}

function check(node) {
  const words = node.data.trim();
  const element = node.parentElement;
  if (!words || !element) return;
  if (hiddenTabs.has(words)) hide(element.closest('.mud-tab')?.closest('.mud-tooltip-root') ?? element.closest('.mud-tab'));
  else if (hiddenChoices.has(words)) hide(element.closest('.mud-list-item, a, .workflow-root-template-option'));
  else if (deadRows.has(words)) hide(element.closest('tr'));
  else if (addsCases.has(words)) hide(element.closest('button'));
}

function hide(element) {
  element?.classList.add('gt-hidden');
}

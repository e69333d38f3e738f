// What is seen until a part of Studio shows itself. Blazor writes how far it has come into a CSS variable, which the bar reads.
const ready = [
  'elsa-workflow-definition-list .mud-table',
  'elsa-workflow-definition-editor .elsa-flowchart-diagram-designer, elsa-workflow-definition-editor .x6-graph',
  'elsa-workflow-instance-list .mud-table',
  'elsa-workflow-instance-viewer .x6-graph',
].join(',');

export function showProgress(place) {
  const wait = document.getElementById('gt-wait');
  const look = () => {
    if (!place.querySelector(ready)) return;
    wait.hidden = true;
    seen.disconnect();
  };
  const seen = new MutationObserver(look);
  const begin = () => {
    wait.hidden = false;
    seen.observe(place, { childList: true, subtree: true });
  };
  place.addEventListener('part-leaving', begin);
  begin();
}

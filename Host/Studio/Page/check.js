// The rule check-up beside the editor: what the policy finds in the draft as it was last saved, with the step and, where there is one, the fix.
import { say } from './words.js';
import { show } from './messages.js';
import { reasonsOf } from './reasons.js';
import { showStep } from './step.js';

const changesDraft = /^\/elsa\/api\/+workflow-definitions(?:\/[^/]+\/(?:publish|retract|revert\/\d+|import))?$/;
const remembered = 'gongtui-check-open';
// Studio saves by itself a moment after the last change; a fix has to come after that, or one of the two would be lost.
const rest = 2000;

export function checkUp(place) {
  const panel = document.getElementById('gt-check');
  const [opener, sum, body] = ['gt-check-open', 'gt-check-sum', 'gt-check-body'].map((id) => document.getElementById(id));
  const list = body.querySelector('ul');
  let procedure = null;
  let asked = 0;
  let touched = 0;
  let saving = 0;

  const open = (wanted) => {
    opener.setAttribute('aria-expanded', String(wanted));
    body.hidden = !wanted;
    document.body.classList.toggle('gt-checking', wanted);
  };
  opener.addEventListener('click', () => {
    open(body.hidden);
    localStorage.setItem(remembered, String(!body.hidden));
  });
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || body.hidden) return;
    open(false);
    opener.focus();
  });

  const address = (what) => `/api/procedures/${encodeURIComponent(procedure)}/${what}`;

  async function refresh() {
    if (!procedure) return;
    const mine = ++asked;
    try {
      const response = await fetch(address('check'));
      if (mine !== asked) return;
      if (!response.ok) throw new Error(response.status);
      draw(await response.json());
    } catch {
      if (mine === asked) sum.textContent = say('暂时查不到', 'not to be had now');
    }
  }

  function draw(found) {
    const worst = found.findings[0]?.severity ?? 'none';
    sum.className = `gt-${worst}`;
    sum.textContent = found.sum;
    list.replaceChildren(...found.findings.map(item));
    if (found.findings.length === 0) list.append(element('li', 'gt-nothing', say('没有发现问题。', 'Nothing was found.')));
  }

  function item(finding) {
    const row = element('li', `gt-${finding.severity}`);
    row.append(element('b', 'gt-weight', finding.weight));
    const words = element(finding.node ? 'button' : 'p', 'gt-finding', finding.message);
    if (finding.node) {
      words.type = 'button';
      words.title = say('在图上找到这个环节', 'Find this step on the diagram');
      words.addEventListener('click', () => showStep(place, finding.node));
    }
    row.append(words);
    if (finding.article) row.append(element('p', 'gt-small', finding.article));
    if (finding.fix) {
      const button = element('button', 'gt-fix', finding.fixLabel);
      button.type = 'button';
      button.addEventListener('click', () => fix(finding.fix, button));
      row.append(button);
    }
    return row;
  }

  async function fix(change, button) {
    button.disabled = true;
    while (saving > 0 || performance.now() - touched < rest) await new Promise((done) => setTimeout(done, 100));
    const response = await fetch(address('fix'), { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(change) });
    if (response.ok) {
      place.dispatchEvent(new Event('part-again'));
    } else {
      const reasons = await reasonsOf(response);
      show({ subject: 'fix', title: reasons.title, lines: reasons.lines, actions: [{ value: 'close', label: say('知道了', 'OK') }] });
    }
    opener.focus();
    await refresh();
  }

  for (const kind of ['pointerup', 'keyup', 'drop']) place.addEventListener(kind, () => { touched = performance.now(); }, true);
  place.addEventListener('part-mounted', ({ detail: { part } }) => {
    procedure = part.tag === 'elsa-workflow-definition-editor' ? part.id : null;
    panel.hidden = procedure === null;
    document.body.classList.toggle('gt-checked', procedure !== null);
    if (!procedure) return open(false);
    panel.querySelector('a').href = `/design/${encodeURIComponent(procedure)}`;
    // On a wide screen there is room for it; elsewhere it says how many there are and waits to be asked.
    open((localStorage.getItem(remembered) ?? String(innerWidth >= 1600)) === 'true');
  });
  place.addEventListener('part-leaving', () => { asked++; });

  // The first look waits until Studio has its diagram, so that it takes nothing away from Studio's own start.
  window.gongtuiStudio.onAsk((request) => { if (writes(request)) saving++; });
  window.gongtuiStudio.onDone((request, response) => {
    if (writes(request)) saving--;
    if (writes(request) && response?.ok) refresh();
    else if (response?.ok && request.path.includes('/workflow-definitions/by-definition-id/')) requestIdleCallback(refresh, { timeout: 5000 });
  });
}

const writes = (request) => request.method !== 'GET' && changesDraft.test(request.path);

function element(tag, name, text) {
  const made = document.createElement(tag);
  made.className = name;
  if (text) made.textContent = text;
  return made;
}

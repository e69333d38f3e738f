// The theatre: stretches of the journal are fetched once (everything as of their first entry, then what each entry changes), and every
// move of the slider is made from them without asking the server. Without this script the form shows one entry at a time.
(() => {
  'use strict';
  const form = document.querySelector('form[data-theatre]');
  if (!form) return;
  const stage = document.getElementById('stage'), plain = document.getElementById('as-of');
  const one = (name, from = stage) => from.querySelector(`[data-${name}]`);
  const slider = form.elements.at, shownAt = form.querySelector('output'), lens = one('lens', form), milestones = one('milestones', form), play = form.querySelector('[data-do=play]');
  const english = form.dataset.language === 'en', size = 1000, base = form.dataset.theatre;
  const T = (zh, en) => english ? en : zh;
  const instant = new Intl.DateTimeFormat(form.dataset.language, { timeZone: 'Asia/Shanghai', year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const panels = new Map([...stage.querySelectorAll('[data-panel]')].map(panel => [panel.dataset.panel, panel]));
  const stretches = new Map(), fetching = new Map();
  let last = Number(slider.max), marks = null, shown = new Map(), at = 0, graph = '', picture = null, playing = null, failed = false;

  const markOf = entry => Math.floor((entry - 1) / size) * size + 1;

  const load = mark => {
    if (stretches.has(mark)) return Promise.resolve(stretches.get(mark));
    if (!fetching.has(mark)) {
      fetching.set(mark, fetch(`${base}/frames?from=${mark}`).then(answer => {
        if (!answer.ok) throw new Error(answer.status);
        return answer.json();
      }).then(stretch => {
        stretch.steps = [];
        stretches.set(mark, stretch);
        return stretch;
      }).finally(() => fetching.delete(mark)));
    }
    return fetching.get(mark);
  };

  // The pieces as of an entry; every hundredth is kept, so that a jump never makes more than a hundred steps.
  const piecesAt = (stretch, entry) => {
    const every = 100, index = entry - stretch.from;
    let step = Math.floor(index / every);
    while (step > 0 && !stretch.steps[step]) step--;
    let pieces;
    if (step === 0 && !stretch.steps[0]) {
      pieces = new Map();
      for (let i = 0; i < stretch.pieces.length; i += 2) pieces.set(stretch.pieces[i], stretch.pieces[i + 1]);
      stretch.steps[0] = pieces;
    }
    pieces = new Map(stretch.steps[step]);
    for (let row = step * every + 1; row <= index; row++) {
      const line = stretch.entries[row];
      for (let i = 8; i < line.length; i += 2) if (line[i + 1] === 0) pieces.delete(line[i]); else pieces.set(line[i], line[i + 1]);
      if (row % every === 0 && !stretch.steps[row / every]) stretch.steps[row / every] = new Map(pieces);
    }
    const named = new Map();
    for (const [name, text] of pieces) named.set(stretch.texts[name], stretch.texts[text]);
    return named;
  };

  const until = (list, entry) => {
    let [low, high] = [0, list.length];
    while (low < high) { const middle = (low + high) >> 1; if (list[middle].at <= entry) low = middle + 1; else high = middle; }
    return low;
  };

  const panelOf = key => key.slice(0, key.indexOf('/'));

  const differing = (old, now) => {
    const panelsChanged = new Set();
    for (const [key, text] of now) if (old.get(key) !== text) panelsChanged.add(panelOf(key));
    for (const key of old.keys()) if (!now.has(key)) panelsChanged.add(panelOf(key));
    return panelsChanged;
  };

  const drawPicture = async () => {
    const id = shown.get('graph/') ?? '', wanted = at;
    if (graph === id && picture) return paint();
    graph = id;
    const answer = await fetch(`${base}/picture?at=${wanted}`);
    if (!answer.ok || graph !== id) return;
    one('picture').innerHTML = await answer.text();
    picture = { nodes: new Map([...one('picture').querySelectorAll('[data-node]')].map(g => [g.dataset.node, g])), arrows: new Map([...one('picture').querySelectorAll('[data-arrow]')].map(g => [g.dataset.arrow, g])) };
    paint();
  };

  const svg = (name, attributes, text) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (text) element.textContent = text;
    return element;
  };

  const paint = () => {
    if (!picture) return;
    const step = line()?.step ?? '';
    for (const [id, g] of picture.nodes) {
      const [state = 'notreached', completed = '0'] = (shown.get(`node/${id}`) ?? '').split(' ').filter(Boolean);
      const css = `node ${state}${id === step ? ' current' : ''}`, mark = state === 'notreached' ? '' : state === 'done' ? (Number(completed) > 1 ? completed : '✓') : state === 'failed' ? '!' : state === 'waiting' ? '…' : '▸';
      if (g.getAttribute('class') !== css) g.setAttribute('class', css);
      if (g.badge === undefined) {
        const box = g.querySelector('rect'), x = Number(box.getAttribute('x')) + Number(box.getAttribute('width')) - 4, y = Number(box.getAttribute('y')) + 4;
        g.badge = g.appendChild(svg('circle', { class: 'badge', cx: x, cy: y, r: 11 }));
        g.mark = g.appendChild(svg('text', { class: 'mark', x, y: y + 5, 'text-anchor': 'middle' }, ' '));
      }
      g.badge.style.display = mark ? '' : 'none';
      if (g.mark.textContent !== mark) g.mark.textContent = mark;
    }
    for (const [key, path] of picture.arrows) path.classList.toggle('gone', shown.has(`arrow/${key}`));
  };

  const line = (entry = at) => {
    const stretch = stretches.get(markOf(entry)), row = stretch?.entries[entry - stretch.from];
    return row && { n: row[0], when: row[1], by: stretch.texts[row[2]], what: stretch.texts[row[3]], about: stretch.texts[row[4]], technical: (row[5] & 1) > 0, odd: (row[5] & 2) > 0, step: stretch.texts[row[6]], data: stretch.texts[row[7]] };
  };

  const escape = text => text.replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

  const around = () => {
    const rows = [];
    for (let entry = at, left = 7; entry >= 1 && left > 0 && at - entry < 200; entry--) { const found = line(entry); if (!found) break; if (!found.technical || entry === at) { rows.unshift(found); left--; } }
    for (let entry = at + 1, left = 7; entry <= last && left > 0 && entry - at < 200; entry++) { const found = line(entry); if (!found) break; if (!found.technical) { rows.push(found); left--; } }
    one('timeline').innerHTML = rows.map(row => `<li><a href="${base}?at=${row.n}"${row.n === at ? ' aria-current="true"' : ''} class="${row.odd ? 'odd' : ''}"><span class="n num">${row.n}</span><span><b>${escape(row.what)}</b>${row.about ? ` · ${escape(row.about)}` : ''}<small>${instant.format(row.when)} · ${escape(row.by)}</small></span></a></li>`).join('');
  };

  // Somebody with what they could act as at the time of the entry; nothing before they came or while their account was closed.
  const viewer = () => {
    const person = marks?.viewers.find(known => known.id === lens.value);
    if (!person) return null;
    const when = line().when, acting = person.acting.findLast(known => known.since <= when);
    return { name: person.name, principals: acting?.principals ?? '', dated: acting === undefined || acting.since > 0 };
  };

  // What the person could see then: what is addressed to them; results not before they were announced; nobody else's desk.
  const look = () => {
    const person = viewer(), note = one('lens-note');
    const mine = person ? new Set(person.principals.split(' ').filter(Boolean)) : null;
    for (const item of stage.querySelectorAll('[data-for]'))
      item.hidden = mine !== null && (!item.dataset.for.split(' ').some(principal => mine.has(principal)) || item.dataset.not.split(' ').some(principal => mine.has(principal)));
    const office = mine === null || person.principals.includes(':staff') || person.principals.includes('auditor');
    for (const card of stage.querySelectorAll('[data-panel-card]')) {
      const scope = card.dataset.scope;
      card.hidden = mine !== null && ((scope === 'office' && !office) || (scope === 'result' && held()));
    }
    note.hidden = mine === null;
    if (mine !== null) note.textContent = T(`以 ${person.name} 的视角：只显示当时发给其本人的待办和公告。`, `Through the eyes of ${person.name}: only what was addressed to them then.`) + (held() ? T('已经计票，结果当时尚未宣布，此人看不到。', ' The votes were counted and not yet announced: they could not see the result.') : '') + (person.principals ? '' : T('此人当时还没有或已停用。', ' They were not there then, or their account was closed.')) + (person.dated ? T('身份按当时的名录。', ' Roles as they had them then.') : T('身份按开始记录变动之前的名录。', ' Roles as they stood when changes began to be recorded.'));
    for (const panel of panels.values()) panel.toggleAttribute('data-empty', ![...panel.children].some(item => !item.hidden));
  };

  const held = () => { const text = shown.get('account/6'); return text !== undefined && /尚未宣布|not announced/.test(text); };

  // The newest of what was there then: of a long history nobody reads thousands at once, and no browser lays them out while somebody drags.
  const most = 30;
  const listed = (name, list) => {
    const panel = panels.get(name), count = until(list, at), from = panel.all ? 0 : Math.max(0, count - most);
    if (panel.shownCount === count && panel.shownFrom === from) return;
    [panel.shownCount, panel.shownFrom] = [count, from];
    panel.innerHTML = (from > 0 ? `<li><button type="button" class="link" data-all="${name}">${T(`更早的 ${from} 条…`, `${from} earlier ones …`)}</button></li>` : '') + list.slice(from, count).map(mark => mark.text).join('');
  };
  // What a form held stands at its entry, and is put under it when somebody opens it.
  stage.addEventListener('toggle', async event => {
    const details = event.target.closest?.('details[data-of]');
    if (!details?.open || details.children[1]) return;
    const entry = Number(details.dataset.of);
    try { await load(markOf(entry)); } catch { details.open = false; return; }
    if (!details.children[1]) details.insertAdjacentHTML('beforeend', line(entry).data || `<p>${T('没有填写内容。', 'Nothing was filled in.')}</p>`);
  }, true);

  // The milestones around the place, when the slider rests: a list of thousands costs more than all the rest of a move.
  const near = 100;
  const chart = () => {
    if (!marks) return;
    const place = Math.max(0, until(marks.milestones, at) - 1), from = Math.max(0, place - near);
    if (milestones.from !== from) {
      milestones.from = from;
      milestones.innerHTML = marks.milestones.slice(from, place + near).map(mark => `<option value="${mark.at}">${mark.at} · ${escape(mark.text)}</option>`).join('');
    }
    milestones.value = String(marks.milestones[place]?.at ?? '');
  };

  // A notice hangs as it was worded: its text belongs to the entry that published it.
  const worded = () => {
    for (const item of panels.get('notices').querySelectorAll('[data-notice]:not(:has(details))')) {
      const notice = marks.notices.find(known => known.notice === item.dataset.notice);
      if (notice && notice.at <= at) item.insertAdjacentHTML('beforeend', `<details><summary>${T('正文', 'Text')}</summary>${notice.body}</details>`);
    }
  };

  const render = now => {
    const changed = differing(shown, now);
    shown = now;
    const opened = new Set([...stage.querySelectorAll('details[open] > summary')].map(summary => summary.textContent));
    for (const name of changed) {
      const panel = panels.get(name);
      if (!panel) continue;
      let html = '';
      for (const [key, text] of [...now].filter(([key]) => key.startsWith(`${name}/`)).sort(([a], [b]) => a < b ? -1 : 1)) html += text;
      panel.innerHTML = html;
      for (const summary of panel.querySelectorAll('details > summary')) if (opened.has(summary.textContent)) summary.parentElement.open = true;
    }
    const entry = line();
    one('entry-title').textContent = T(`第 ${at} 条 · `, `Entry ${at} · `) + entry.what;
    one('entry-about').textContent = [instant.format(entry.when), entry.by, entry.about].filter(Boolean).join(' · ');
    one('entry-data').innerHTML = entry.data;
    one('moment').textContent = `${T('截至第', 'As of entry')} ${at} ${T('条', '')} / ${last} · ${instant.format(entry.when)}`;
    if (marks) { worded(); listed('forms', marks.forms); listed('rules', marks.rules); }
    around();
    drawPicture();
    look();
  };

  const go = async wanted => {
    at = Math.min(Math.max(1, wanted), last);
    slider.value = at;
    shownAt.textContent = `${at} / ${last}`;
    const mine = at, stretch = stretches.get(markOf(at));
    if (!stretch) {
      try { await load(markOf(mine)); } catch { location.href = `${base}?at=${mine}`; return; }
      if (at !== mine) return;
    }
    render(piecesAt(stretches.get(markOf(at)), at));
    clearTimeout(go.link);
    go.link = setTimeout(() => { chart(); history.replaceState(null, '', `${base}?at=${at}${lens.value ? `&as=${encodeURIComponent(lens.value)}` : ''}`); }, 200);
  };

  const jump = direction => {
    if (!marks) return;
    const place = until(marks.milestones, direction < 0 ? at - 1 : at);
    const mark = marks.milestones[direction < 0 ? place - 1 : place];
    if (mark) go(mark.at);
  };

  const nextReadable = () => { for (let entry = at + 1; entry <= last; entry++) { const found = line(entry); if (!found || !found.technical) return entry; } return last; };

  const toggle = () => {
    if (playing) { clearInterval(playing); playing = null; }
    else { if (at === last) go(1); playing = setInterval(() => { if (at >= last) toggle(); else go(nextReadable()); }, 700); }
    play.setAttribute('aria-pressed', String(playing !== null));
    play.textContent = playing ? `❚❚ ${T('暂停', 'Pause')}` : `▶ ${T('播放', 'Play')}`;
  };

  slider.addEventListener('input', () => go(Number(slider.value)));
  form.addEventListener('submit', event => { event.preventDefault(); go(Number(slider.value)); });
  form.addEventListener('click', event => {
    const step = event.target.closest('[rel=prev]') ? -1 : event.target.closest('[rel=next]') ? 1 : 0;
    if (step) { event.preventDefault(); go(at + step); }
  });
  play.addEventListener('click', toggle);
  milestones.addEventListener('change', () => { if (milestones.value) go(Number(milestones.value)); });
  lens.addEventListener('change', () => go(at));
  stage.addEventListener('click', event => {
    const all = event.target.closest('[data-all]');
    if (all) { panels.get(all.dataset.all).all = true; listed(all.dataset.all, marks[all.dataset.all]); return; }
    const link = event.target.closest('.timeline a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(Number(new URL(link.href).searchParams.get('at')));
  });
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('select, textarea, input:not([type=range]), summary')) return;
    const act = { ArrowLeft: () => go(at - 1), ArrowRight: () => go(at + 1), '[': () => jump(-1), ']': () => jump(1), Home: () => go(1), End: () => go(last), ' ': () => { if (event.target.closest('button, a')) return false; toggle(); } }[event.key];
    if (act && act() !== false) event.preventDefault();
  });

  const prepare = async () => {
    marks = await (await fetch(`${base}/marks`)).json();
    chart();
    lens.insertAdjacentHTML('beforeend', marks.viewers.map(person => `<option value="${escape(person.id)}">${escape(person.name)}</option>`).join(''));
    lens.value = new URLSearchParams(location.search).get('as') ?? '';
    // One path a kind, one stroke a place: a thousand places are all that the eye can tell apart.
    const tick = (list, css) => `<path class="${css}" d="${[...new Set(list.map(mark => last > 1 ? Math.round((mark.at - 1) / (last - 1) * 1000) : 0))].map(x => `M${x} 0v10`).join('')}"/>`;
    form.querySelector('.ticks').innerHTML = tick(marks.milestones, 'milestone') + tick(marks.interventions, 'intervention');
    render(piecesAt(stretches.get(markOf(at)), at));
  };

  const start = async () => {
    at = Number(slider.value);
    await load(markOf(at));
    for (const hidden of form.querySelectorAll('[data-needs-script], [data-do=play]')) hidden.hidden = false;
    stage.hidden = false;
    plain.remove();
    await go(at);
    await prepare();
    // The rest, nearest first, one after the other: whoever drags finds it there.
    const rest = [];
    for (let mark = 1; mark <= last; mark += size) rest.push(mark);
    for (const mark of rest.sort((a, b) => Math.abs(a - at) - Math.abs(b - at))) { try { await load(mark); } catch { return; } }
    stage.dataset.ready = 'true';
  };
  start().catch(() => { stage.hidden = true; });
})();

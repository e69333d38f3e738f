// While the slider moves, the part of the page that depends on the entry is fetched and swapped. Without this script the form does the same.
const form = document.querySelector('form[data-seek]');
const part = document.getElementById('as-of');
if (form && part) {
  const slider = form.elements.at;
  const shown = form.querySelector('output');
  let wanted = 0, running = false;

  const show = async () => {
    if (running) return;
    running = true;
    for (let done = -1; done !== wanted;) {
      done = wanted;
      const answer = await fetch(`${form.dataset.seek}?at=${done}`);
      if (!answer.ok) { location.href = `${form.action}?at=${done}`; return; }
      const html = await answer.text();
      if (done === wanted) part.innerHTML = html;
    }
    running = false;
    history.replaceState(null, '', `${form.action}?at=${wanted}`);
  };

  const go = at => {
    wanted = Math.min(Math.max(1, at), Number(slider.max));
    slider.value = wanted;
    shown.textContent = `${wanted} / ${slider.max}`;
    show();
  };

  slider.addEventListener('input', () => go(Number(slider.value)));
  form.addEventListener('submit', event => { event.preventDefault(); go(Number(slider.value)); });
  form.addEventListener('click', event => {
    const step = event.target.closest('[rel=prev]') ? -1 : event.target.closest('[rel=next]') ? 1 : 0;
    if (step) { event.preventDefault(); go(Number(slider.value) + step); }
  });
  part.addEventListener('click', event => {
    const link = event.target.closest('.timeline a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(Number(new URL(link.href).searchParams.get('at')));
  });
}

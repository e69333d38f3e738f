// Counts the circles of each post while they are set. The server checks them again; nothing here leaves the page.
const english = document.documentElement.lang === 'en';
for (const contest of document.querySelectorAll('.ballot .contest[data-seats]')) {
  const seats = Number(contest.dataset.seats);
  const output = contest.querySelector('.count');
  const count = () => {
    const circles = contest.querySelectorAll('input[value=o]:checked').length;
    const written = [...contest.querySelectorAll('.line')].filter(line =>
      line.querySelector('input[value=x]')?.checked && line.querySelector('.instead input')?.value.trim()).length;
    const all = circles + written;
    output.textContent = english ? `${all} of ${seats} used` : `已用 ${all} / ${seats}`;
    contest.classList.toggle('over', all > seats);
  };
  contest.addEventListener('input', count);
  count();
}

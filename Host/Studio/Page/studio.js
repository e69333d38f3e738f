// The page around Elsa Studio: puts the right part of it on the page for each address, in our words and colours.
import { answerForServer } from './answers.js';
import { checkUp } from './check.js';
import { watchFaults } from './faults.js';
import { watchForTraps } from './guards.js';
import { drawIcons } from './icons.js';
import { keepMounted } from './mount.js';
import { showProgress } from './progress.js';
import { translate } from './translate.js';

const place = document.getElementById('studio');
if (place) {
  showProgress(place);
  answerForServer();
  watchFaults();
  dress();
  checkUp(place);
  keepMounted(place);
}

// What follows knows Studio's pages by heart, so it is for the one version that it was written for.
function dress() {
  const { installed, pinned } = place.dataset;
  if (installed !== pinned) {
    console.warn(`Elsa Studio ${installed} is installed; translations, icons and guards were made for ${pinned} and stay off.`);
    return;
  }
  document.body.classList.add('gt-dressed');
  watchForTraps();
  drawIcons();
  if (window.gongtuiStudio.language !== 'en') translate();
}

// The page around Elsa Studio: puts the right part of it on the page for each address, in our words and colours.
import { answerForServer } from './answers.js';
import { watchFaults } from './faults.js';
import { keepMounted } from './mount.js';
import { showProgress } from './progress.js';

const place = document.getElementById('studio');
if (place) {
  showProgress(place);
  answerForServer();
  watchFaults();
  keepMounted(place);
}

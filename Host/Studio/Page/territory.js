// Where Studio shows what people wrote (names, values, their diagram), and where it shows words of its own.

// Within these, words of Studio's own appear in buttons, chips and messages only.
const data = 'td, .mud-dynamic-tabs > .mud-tabs-tabbar, .cursor-grab';
const ownWithinData = 'button, .mud-button-root, .mud-chip, .mud-alert';
// First cells that say what the second one holds, and second cells that hold one of Studio's own words.
const namedStates = new Set(['Status', 'Sub status', 'Readonly', 'Usable as activity', 'Incident Strategy', '异常处理策略', '状态', '子状态', '只读', '可作为环节使用']);
// Lists of choices that are Studio's own; the choices of our activities and the names of procedures are not.
const ownChoices = new Set([
  'Activation strategy', 'Incident handling strategy', 'Log Persistence Strategy', 'Commit Strategy', 'Storage', 'UI Hint', 'Has Incidents', 'Status', 'Sub status', 'Rows Per Page',
  '启动策略', '异常处理策略', '日志保存策略', '提交策略', '存放方式', '填写方式', '有异常', '状态', '子状态', '每页行数',
]);

/** Whether an element belongs to the page around Studio. */
export const isOurs = (element) => element.matches('.gt-bar, #gt-wait, #gt-messages, #gt-check');

/** Whether a text in this element is Studio's to say. */
export function mayTranslate(element) {
  const cell = element.closest(data);
  if (cell) return isOwnIn(cell, element);
  const choice = element.closest('.mud-select .mud-input-slot');
  if (choice) return isOwnChoice(choice.closest('.mud-select'));
  const popover = element.closest('[id^="popovercontent-"]');
  const owner = popover && document.getElementById(`popover-${popover.id.slice('popovercontent-'.length)}`);
  const select = owner?.closest('.mud-select');
  return select ? isOwnChoice(select) : true;
}

function isOwnIn(cell, element) {
  if (element.closest(ownWithinData) && cell.contains(element.closest(ownWithinData))) return true;
  if (cell.tagName !== 'TD') return false;
  const head = cell.closest('table')?.tHead;
  if (head) return namedStates.has(head.rows[0]?.cells[cell.cellIndex]?.textContent.trim());
  return cell.cellIndex === 0 || namedStates.has(cell.parentElement.cells[0].textContent.trim());
}

function isOwnChoice(select) {
  const label = select.querySelector('label')?.textContent.trim();
  return label === undefined || ownChoices.has(label);
}

// Blazor's red bar never goes away by itself although Studio usually goes on working. Ours can be closed.
import { say } from './words.js';
import { isShown, show } from './messages.js';

export function watchFaults() {
  const bar = document.getElementById('blazor-error-ui');
  new MutationObserver(() => {
    if (bar.style.display !== 'block') return;
    bar.style.display = '';
    // What the server refused has been told already, and better.
    if (isShown('refused') || isShown('save') || isShown('unreachable')) return;
    show({
      subject: 'fault',
      title: say('设计器里出了一个错。', 'Something went wrong inside the designer.'),
      lines: [say('通常可以继续；如果画面不再反应，请重新载入，已保存的内容不受影响。', 'You can usually go on. If the screen does not react any more, reload; what was saved is safe.')],
      actions: [{ value: 'on', label: say('继续', 'Go on') }, { value: 'reload', label: say('重新载入', 'Reload') }],
    }).then((value) => { if (value === 'reload') location.reload(); });
  }).observe(bar, { attributes: true, attributeFilter: ['style'] });
}

// Messages of ours above Studio. One per subject: a newer one takes the older one's place.
const shown = new Map();

/**
 * Shows a message and gives back which action the person chose (its "value"), or null when it was closed or replaced.
 * @param {{subject: string, title: string, lines?: string[], actions?: {value: string, label: string, href?: string}[], blocking?: boolean}} message
 */
export function show(message) {
  close(message.subject);
  return new Promise((choose) => {
    const card = document.createElement('section');
    card.className = message.blocking ? 'gt-message gt-blocking' : 'gt-message';
    card.append(paragraph(message.title, 'gt-title'));
    const lines = message.lines ?? [];
    if (lines.length > 1) card.append(list(lines));
    else if (lines.length === 1) card.append(paragraph(lines[0]));
    const buttons = document.createElement('div');
    buttons.className = 'gt-actions';
    for (const action of message.actions ?? []) buttons.append(button(action, (value) => finish(value)));
    card.append(buttons);
    const finish = (value) => {
      card.remove();
      if (shown.get(message.subject)?.card === card) shown.delete(message.subject);
      choose(value);
    };
    shown.set(message.subject, { card, finish });
    document.getElementById('gt-messages').append(card);
  });
}

export function close(subject) {
  shown.get(subject)?.finish(null);
}

export const isShown = (subject) => shown.has(subject);

function paragraph(text, name) {
  const line = document.createElement('p');
  line.textContent = text;
  if (name) line.className = name;
  return line;
}

function list(lines) {
  const items = document.createElement('ul');
  for (const text of lines) {
    const item = document.createElement('li');
    item.textContent = text;
    items.append(item);
  }
  return items;
}

function button(action, choose) {
  const element = document.createElement(action.href ? 'a' : 'button');
  element.textContent = action.label;
  if (action.href) {
    element.href = action.href;
    element.target = '_blank';
  } else {
    element.addEventListener('click', () => choose(action.value));
  }
  return element;
}

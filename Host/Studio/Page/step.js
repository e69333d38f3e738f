// Finds a step on Studio's diagram: brings it to the middle and selects it as a click of the mouse does.

/** Does nothing for a step that the diagram does not show. */
export function showStep(place, id) {
  const node = place.querySelector(`.x6-node[data-cell-id="${CSS.escape(id)}"]`);
  if (!node) return;
  centre(node);
  requestAnimationFrame(() => press(node));
}

// The diagram reads where it stands from this attribute, whoever wrote it.
function centre(node) {
  const viewport = node.closest('.x6-graph-svg-viewport');
  const graph = node.closest('.x6-graph');
  if (!viewport || !graph) return;
  const [box, frame] = [node.getBoundingClientRect(), graph.getBoundingClientRect()];
  const { a, b, c, d, e, f } = viewport.transform.baseVal.consolidate()?.matrix ?? { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
  const x = e + frame.x + frame.width / 2 - (box.x + box.width / 2);
  const y = f + frame.y + frame.height / 2 - (box.y + box.height / 2);
  viewport.setAttribute('transform', `matrix(${a},${b},${c},${d},${x},${y})`);
}

function press(node) {
  const box = node.getBoundingClientRect();
  const where = { bubbles: true, cancelable: true, composed: true, button: 0, clientX: box.x + box.width / 2, clientY: box.y + 6 };
  const target = node.querySelector('foreignObject') ?? node;
  for (const kind of ['mousedown', 'mouseup', 'click']) target.dispatchEvent(new MouseEvent(kind, where));
}

// A diagram that is wider than the screen: show first where the election stands.
for (const diagram of document.querySelectorAll(".diagram")) {
  const node = diagram.querySelector(".node.failed, .node.waiting, .node.running");
  if (!node || diagram.scrollWidth <= diagram.clientWidth) continue;
  const [outer, inner] = [diagram.getBoundingClientRect(), node.getBoundingClientRect()];
  diagram.scrollLeft = inner.left - outer.left - (outer.width - inner.width) / 2;
}

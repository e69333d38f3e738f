// Lists with a limit: when it is reached, what is not chosen cannot be. The server checks again.
for (const list of document.querySelectorAll("[data-limit]")) {
  const limit = Number(list.dataset.limit);
  const boxes = [...list.querySelectorAll("input[type=checkbox]")];
  const update = () => {
    const full = boxes.filter(box => box.checked).length >= limit;
    for (const box of boxes) box.disabled = full && !box.checked;
  };
  if (!limit) continue;
  list.addEventListener("change", update);
  update();
}

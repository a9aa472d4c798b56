/* Focus in the list: one row takes part in the tab order, keys move among rows and open nothing, and a focused row
   keeps the focus when it moves. */

/** How far a key moves, in rows. */
const STEPS = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, Home: -Infinity, End: Infinity };

/** @returns whether the key is one that moves */
export function moveFocus(list, key) {
  const step = STEPS[key];
  if (!step) {
    return false;
  }
  const rows = [...list.children];
  const index = Math.min(rows.length - 1, Math.max(0, rows.indexOf(list.current) + step));
  focus(list, rows[index]);
  return true;
}

export function keepFocus(list) {
  let held = null;
  let place = 0;
  list.addEventListener("focusin", (event) => {
    held = event.target.closest("parley-row");
    if (held) {
      place = [...list.children].indexOf(held);
      makeCurrent(list, held);
    }
  });
  // A row that is taken out loses the focus too, perhaps only to be put back elsewhere: decide after the patch.
  list.addEventListener("focusout", () => setTimeout(() => {
    if (!list.contains(document.activeElement)) {
      held = null;
    }
  }));
  new MutationObserver(() => {
    if (held && document.activeElement === document.body) {
      focus(list, held.parentNode === list ? held : list.children[Math.min(place, list.children.length - 1)]);
    }
    if (!list.current && list.firstElementChild) {
      makeCurrent(list, list.querySelector("parley-row[aria-current]") ?? list.firstElementChild);
    }
  }).observe(list, { childList: true });
}

function focus(list, row) {
  if (row) {
    makeCurrent(list, row);
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  }
}

function makeCurrent(list, row) {
  list.querySelectorAll("parley-row[tabindex='0']").forEach((other) => other.setAttribute("tabindex", "-1"));
  row.setAttribute("tabindex", "0");
}

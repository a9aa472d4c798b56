/* Selecting several rows: the checkbox over the avatar, Shift for a range, the space bar; on a phone a long press
   starts, and taps go on. */

const LONG_PRESS_MS = 500;
const STILL_PX = 10;

export function watchPicking(list) {
  let last = null;
  let press = null;

  const pick = (row, range) => {
    const on = !row.hasAttribute("picked");
    const rows = range && last?.parentNode === list ? between(list, last, row) : [row];
    last = row;
    list.emit("rows-pick", { rows: rows.map((one) => Number(one.getAttribute("row"))), on });
  };
  const selectable = () => list.hasAttribute("selectable");

  list.addEventListener("click", (event) => {
    const row = event.target.closest("parley-row");
    const tapGoesOn = list.hasAttribute("picking") && event.pointerType === "touch";
    if (press?.picked) {
      press = null;
      event.preventDefault();
    } else if (row && selectable() && (event.target.closest(".pick") || event.shiftKey || tapGoesOn)) {
      event.preventDefault();
      pick(row, event.shiftKey);
    }
  }, { capture: true });

  list.addEventListener("keydown", (event) => {
    const row = event.target.closest("parley-row");
    if (event.key === " " && row && selectable()) {
      event.preventDefault();
      pick(row, event.shiftKey);
    } else if (event.key === "Escape" && list.hasAttribute("picking")) {
      event.preventDefault();
      list.emit("rows-unpick");
    }
  });

  list.addEventListener("pointerdown", (event) => {
    const row = event.target.closest("parley-row");
    clearTimeout(press?.timer);
    press = null;
    if (row && event.pointerType === "touch" && selectable()) {
      const mine = { x: event.clientX, y: event.clientY, picked: false };
      mine.timer = setTimeout(() => {
        mine.picked = true;
        pick(row, false);
      }, LONG_PRESS_MS);
      press = mine;
    }
  });
  list.addEventListener("pointermove", (event) => {
    if (press && Math.hypot(event.clientX - press.x, event.clientY - press.y) > STILL_PX) {
      clearTimeout(press.timer);
    }
  });
  ["pointerup", "pointercancel"].forEach((end) => list.addEventListener(end, () => clearTimeout(press?.timer)));
  list.addEventListener("contextmenu", (event) => press && event.preventDefault());
}

function between(list, one, other) {
  const rows = [...list.children];
  const [from, to] = [rows.indexOf(one), rows.indexOf(other)].sort((a, b) => a - b);
  return rows.slice(from, to + 1);
}

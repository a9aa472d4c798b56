// Somebody who double clicks a button means it once: what the second click would hit is often another thing by then,
// such as the next conversation's "Archive", or what lies beside a dialog, which closes it. Not so where pressing again
// and again is the point.

const AGAIN = '.audio-play, .audio-speed, .unread-pill';

let once = false;

document.addEventListener(
  'click',
  (event) => {
    if (event.detail < 2) {
      const button = event.target.closest?.('button, vaadin-button');
      once = Boolean(button && !button.closest(AGAIN));
    } else if (once) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  },
  true,
);

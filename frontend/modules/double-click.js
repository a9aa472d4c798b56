// Somebody who double clicks a button means it once: what the second click would hit is often another thing by then,
// such as the next conversation's "Archive". Not so where pressing again and again is the point.

const AGAIN = '.audio-play, .audio-speed, .unread-pill';

document.addEventListener(
  'click',
  (event) => {
    const button = event.target.closest?.('button, vaadin-button');
    if (event.detail > 1 && button && !button.closest(AGAIN)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  },
  true,
);

// Which unseen messages are above, in and below the view, and the pills that lead to those outside of it.

export class Waiting {
  constructor(scroller, up, down) {
    Object.assign(this, { scroller, up, down });
  }

  /** @param waits whether a bubble is unseen */
  find(bubbles, waits) {
    const view = this.scroller.getBoundingClientRect();
    const found = { above: [], inside: [], below: [] };
    // On a phone the chat may be laid out behind the list.
    if (view.height === 0 || !this.scroller.checkVisibility({ visibilityProperty: true })) return found;
    for (const bubble of bubbles) {
      if (!waits(bubble)) continue;
      const end = bubble.box.bottom;
      (end <= view.top ? found.above : end > view.bottom + 1 ? found.below : found.inside).push(bubble);
    }
    return found;
  }

  /** @param pattern what a pill says, with a sign for the number */
  show(above, below, pattern) {
    this.pill(this.up, '↑', above, pattern);
    this.pill(this.down, '↓', below, pattern);
  }

  pill(button, arrow, count, pattern) {
    button.hidden = count === 0;
    const text = `${arrow} ${pattern.replace('#', count)}`;
    if (count > 0 && button.textContent !== text) button.textContent = text;
  }
}

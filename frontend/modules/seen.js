// Decides which messages an agent has really been shown: the end in view for half a second, in a page that is
// visible and has the focus. What was flown past is not seen.

const LONG_ENOUGH = 500;
const BATCH = 120;

export class Seen {
  constructor(report) {
    this.report = report;
    this.forget();
  }

  /** Another conversation: nothing of the last one counts here. */
  forget() {
    clearTimeout(this.check);
    clearTimeout(this.send);
    this.since = new Map();
    this.told = new Set();
    this.batch = [];
  }

  static attentive() {
    return document.visibilityState === 'visible' && document.hasFocus();
  }

  waits(bubble) {
    return bubble.hasAttribute('unseen') && !this.told.has(bubble.getAttribute('message-id'));
  }

  /** @param inView the unseen messages whose end is in view right now */
  look(inView, again) {
    clearTimeout(this.check);
    const now = performance.now();
    const shown = new Set(Seen.attentive() ? inView : []);
    for (const bubble of this.since.keys()) if (!shown.has(bubble)) this.since.delete(bubble);
    let next = Infinity;
    for (const bubble of shown) {
      if (!this.since.has(bubble)) this.since.set(bubble, now);
      const left = this.since.get(bubble) + LONG_ENOUGH - now;
      if (left <= 0) this.tell(bubble);
      else next = Math.min(next, left);
    }
    if (next < Infinity) this.check = setTimeout(again, next + 1);
  }

  tell(bubble) {
    const id = bubble.getAttribute('message-id');
    this.since.delete(bubble);
    this.told.add(id);
    this.batch.push(Number(id));
    if (this.batch.length > 1) return;
    this.send = setTimeout(() => this.flush(), BATCH);
  }

  flush() {
    clearTimeout(this.send);
    const ids = this.batch.splice(0);
    if (ids.length > 0) this.report(ids);
  }
}

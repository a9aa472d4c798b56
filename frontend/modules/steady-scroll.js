// Keeps what is being read where it is, whatever is put above or below it.

const NEAR_END = 32;

export class SteadyScroll {
  constructor(scroller, isLast) {
    this.scroller = scroller;
    this.isLast = isLast;
    this.anchors = [];
    this.follows = false;
  }

  get bubbles() {
    return this.scroller.querySelectorAll('parley-bubble');
  }

  /** Pixels between what is in view and the end of what is loaded. */
  get below() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight;
  }

  /** After the agent scrolled. A scroll event can also come from the browser, when the content became shorter. */
  scrolled() {
    if (this.scroller.scrollHeight === this.height && this.scroller.clientHeight === this.view) this.remember();
    else this.restore();
  }

  remember() {
    const { scrollHeight, clientHeight } = this.scroller;
    this.height = scrollHeight;
    this.view = clientHeight;
    if (clientHeight === 0) return;
    this.follows = this.isLast() && this.below < NEAR_END;
    const top = this.scroller.getBoundingClientRect().top;
    this.anchors = [];
    for (const bubble of this.bubbles) {
      const box = bubble.box;
      if (box.bottom >= top && box.top <= top + clientHeight) this.anchors.push([bubble, box.top - top]);
    }
  }

  /** After something changed: the end stays the end, else the first message that was in view stays in its place. */
  restore() {
    if (this.scroller.clientHeight === 0) return;
    if (this.follows) {
      this.scroller.scrollTop = this.scroller.scrollHeight;
      // Whoever follows goes on following, also while more is still being loaded below.
      const follows = this.follows;
      this.remember();
      this.follows = follows;
      return;
    }
    const anchor = this.anchors.find(([bubble]) => bubble.isConnected);
    if (anchor) {
      const [bubble, before] = anchor;
      this.scroller.scrollTop += bubble.box.top - this.scroller.getBoundingClientRect().top - before;
    }
    this.remember();
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.remember();
  }

  /** The message with everything that stands over it (day, "New") begins the view. */
  toStart(bubble) {
    this.scroller.scrollTop += bubble.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top - 8;
    this.remember();
  }

  toMiddle(bubble) {
    const view = this.scroller.getBoundingClientRect();
    const { top, height } = bubble.box;
    this.scroller.scrollTop += top - view.top - Math.max(8, (view.height - height) / 2);
    this.remember();
  }

  toBottom(bubble) {
    this.scroller.scrollTop += bubble.box.bottom - this.scroller.getBoundingClientRect().bottom + 8;
    this.remember();
  }
}

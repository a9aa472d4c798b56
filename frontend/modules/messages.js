// The messages of the open conversation: where the view lands, what it keeps, what has been seen, what waits outside it.
import { dayName, dayOf, millisToMidnight } from './reader-time.js';
import { Seen } from './seen.js';
import { SteadyScroll } from './steady-scroll.js';

/** Pixels from an edge at which the next messages are fetched. */
const NEAR_EDGE = 400;

class ParleyMessages extends HTMLElement {
  static observedAttributes = ['conversation', 'has-older', 'has-newer', 'unseen-before', 'unseen-after'];

  connectedCallback() {
    this.lookSoon = () => (this.frame ??= requestAnimationFrame(() => this.look()));
    this.lookNow = () => this.look();
    if (!this.steady) queueMicrotask(() => this.begin());
    for (const name of ['focus', 'blur']) window.addEventListener(name, this.lookNow);
    document.addEventListener('visibilitychange', this.lookNow);
    this.atMidnight();
  }

  disconnectedCallback() {
    for (const name of ['focus', 'blur']) window.removeEventListener(name, this.lookNow);
    document.removeEventListener('visibilitychange', this.lookNow);
    clearTimeout(this.midnight);
    this.seen?.flush();
  }

  attributeChangedCallback(name, before, after) {
    if (!this.steady || before === after) return;
    if (name === 'conversation') this.leave();
    this.lookSoon();
  }

  begin() {
    [this.scroller, this.up, this.down, this.announcer] = this.children;
    this.list = this.scroller.firstElementChild;
    this.steady = new SteadyScroll(this.scroller, () => !this.hasAttribute('has-newer'));
    this.current = this.getAttribute('conversation');
    this.seen = this.newSeen();
    this.scroller.addEventListener('scroll', () => {
      if (this.landed) this.steady.scrolled();
      this.lookSoon();
    }, { passive: true });
    this.scroller.addEventListener('keydown', (event) => this.key(event));
    this.up.addEventListener('click', () => this.toUnseen(true));
    this.down.addEventListener('click', () => this.toUnseen(false));
    new MutationObserver((changes) => this.changed(changes)).observe(this.list, { childList: true });
    new MutationObserver(this.lookSoon).observe(this.list, { subtree: true, attributeFilter: ['unseen'] });
    const sizes = new ResizeObserver(() => {
      if (this.landed) this.steady.restore();
      this.lookSoon();
    });
    sizes.observe(this.scroller);
    sizes.observe(this.list);
    this.nameDays();
    if (this.wish) this.land(...this.wish);
  }

  newSeen() {
    const conversation = this.current;
    return new Seen((ids) => this.$server?.seen(conversation, ids));
  }

  leave() {
    this.seen.flush();
    this.current = this.getAttribute('conversation');
    this.seen = this.newSeen();
    this.landed = false;
    this.paging = false;
    this.announcer.replaceChildren();
  }

  /**
   * Called by the server once a stretch of messages stands here.
   * @param target where to look: the id of a message, or null for the end
   */
  land(target, atBottom) {
    if (!this.steady) {
      this.wish = [target, atBottom];
      return;
    }
    const bubble = target && this.list.querySelector(`parley-bubble[message-id="${target}"]`);
    this.nameDays();
    if (!bubble) this.steady.toEnd();
    else if (atBottom) this.steady.toBottom(bubble);
    else this.steady.toStart(bubble);
    this.landed = true;
    this.lookSoon();
  }

  changed(changes) {
    this.nameDays();
    if (!this.landed) return;
    if (!this.paging) this.announce(changes.flatMap((change) => [...change.addedNodes]));
    this.steady.restore();
    this.lookSoon();
  }

  announce(added) {
    const last = this.list.lastElementChild;
    if (!added.includes(last)) return;
    for (const bubble of added) {
      if (bubble.localName !== 'parley-bubble' || !bubble.hasAttribute('unseen')) continue;
      const line = document.createElement('p');
      line.textContent = [this.getAttribute('customer'), bubble.getAttribute('kind-label'), bubble.getAttribute('text')]
        .filter(Boolean).join(', ');
      this.announcer.append(line);
      setTimeout(() => line.remove(), 5000);
    }
  }

  nameDays() {
    const words = { today: this.getAttribute('today'), yesterday: this.getAttribute('yesterday') };
    let last = null;
    for (const bubble of this.list.children) {
      const day = dayOf(bubble.at);
      bubble.day = day === last ? '' : dayName(day, words);
      last = day;
    }
  }

  atMidnight() {
    this.midnight = setTimeout(() => {
      this.nameDays();
      this.atMidnight();
    }, millisToMidnight() + 1000);
  }

  /** One look at what is in view: it feeds the seen ones, the pills and the fetching of more. */
  look() {
    cancelAnimationFrame(this.frame);
    this.frame = null;
    if (!this.steady || !this.landed) return;
    const { above, inside, below } = this.unseen();
    this.seen.look(inside, this.lookNow);
    this.pill(this.up, '↑', above.length + Number(this.getAttribute('unseen-before') ?? 0));
    this.pill(this.down, '↓', below.length + Number(this.getAttribute('unseen-after') ?? 0));
    this.fetch();
  }

  unseen() {
    const view = this.scroller.getBoundingClientRect();
    const found = { above: [], inside: [], below: [] };
    // On a phone the chat may be laid out behind the list.
    if (view.height === 0 || !this.scroller.checkVisibility({ visibilityProperty: true })) return found;
    for (const bubble of this.list.children) {
      if (!this.seen.waits(bubble)) continue;
      const end = bubble.box.bottom;
      (end <= view.top ? found.above : end > view.bottom + 1 ? found.below : found.inside).push(bubble);
    }
    return found;
  }

  /** The end of what is loaded is not always the end. */
  key(event) {
    if (event.key !== 'End' || !this.hasAttribute('has-newer')) return;
    event.preventDefault();
    this.page('end');
  }

  pill(button, arrow, count) {
    button.hidden = count === 0;
    const text = `${arrow} ${this.getAttribute('more-unread').replace('#', count)}`;
    if (count > 0 && button.textContent !== text) button.textContent = text;
  }

  toUnseen(older) {
    const { above, below } = this.unseen();
    const next = older ? above.at(-1) : below[0];
    if (!next) return this.page('unseen', older);
    const view = this.scroller.getBoundingClientRect();
    const readTheStart = next.box.top <= view.top + 40;
    if (older || readTheStart) this.steady.toBottom(next);
    else this.steady.toStart(next);
    this.scroller.focus({ preventScroll: true });
    this.lookSoon();
  }

  fetch() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    if (clientHeight === 0) return;
    if (this.hasAttribute('has-older') && scrollTop < NEAR_EDGE) this.page('older');
    else if (this.hasAttribute('has-newer') && scrollHeight - scrollTop - clientHeight < NEAR_EDGE) this.page('newer');
  }

  async page(method, ...parameters) {
    if (this.paging || !this.$server) return;
    const conversation = this.current;
    this.paging = true;
    try {
      await this.$server[method](conversation, ...parameters);
    } finally {
      if (conversation === this.current) this.paging = false;
    }
    this.lookSoon();
  }
}

if (!customElements.get('parley-messages')) customElements.define('parley-messages', ParleyMessages);

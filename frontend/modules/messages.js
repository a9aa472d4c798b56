// The messages of the open conversation: where the view lands, what it keeps, what has been seen, what waits outside it.
import { announce } from './announcer.js';
import { MessageActions } from './message-actions.js';
import { millisToMidnight, nameDays } from './reader-time.js';
import { Seen } from './seen.js';
import { SteadyScroll } from './steady-scroll.js';
import { Waiting } from './waiting.js';

/** Pixels from an edge at which the next messages are fetched. */
const NEAR_EDGE = 400;

/** Pixels from the end from which on there is a button that leads back to it. */
const FAR_FROM_END = 600;

const bubbleIn = (list, id) => list.querySelector(`parley-bubble[message-id="${id}"]`);

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
    [this.scroller, this.up, this.down, this.announcer, this.last] = this.children;
    this.list = this.scroller.firstElementChild;
    this.steady = new SteadyScroll(this.scroller, () => !this.hasAttribute('has-newer'));
    this.waiting = new Waiting(this.scroller, this.up, this.down);
    this.current = this.getAttribute('conversation');
    this.seen = this.newSeen();
    this.actions = new MessageActions(this);
    this.scroller.addEventListener('scroll', () => {
      if (this.landed) this.steady.scrolled();
      this.lookSoon();
    }, { passive: true });
    this.scroller.addEventListener('keydown', (event) => this.key(event));
    this.up.addEventListener('click', () => this.toUnseen(true));
    this.down.addEventListener('click', () => this.toUnseen(false));
    this.last.addEventListener('click', () => this.toEnd());
    this.last.textContent = '↓';
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
   * @param where it is then to be: at the start of the view, in the middle, marked as the one that was meant, or at the end
   */
  land(target, where) {
    if (!this.steady) {
      this.wish = [target, where];
      return;
    }
    const bubble = target && bubbleIn(this.list, target);
    this.nameDays();
    if (!bubble) this.steady.toEnd();
    else if (where === 'end') this.steady.toBottom(bubble);
    else if (where === 'start') this.steady.toStart(bubble);
    else {
      this.steady.toMiddle(bubble);
      bubble.flash();
    }
    this.landed = true;
    this.lookSoon();
  }

  /** To a message that another one quotes, wherever it stands. */
  jump(id) {
    if (bubbleIn(this.list, id)) this.land(id, 'middle');
    else this.page('jump', id);
  }

  tryAgain(id) {
    this.$server?.tryAgain(this.current, id);
  }

  remedy(id, act) {
    this.$server?.remedy(this.current, id, act);
  }

  startChat(waId) {
    this.$server?.startChat(this.current, waId);
  }

  changed(changes) {
    this.nameDays();
    if (!this.landed) return;
    const added = changes.flatMap((change) => [...change.addedNodes]);
    if (!this.paging) announce(this.announcer, this.getAttribute('customer'), added, this.list.lastElementChild);
    this.steady.restore();
    this.lookSoon();
  }

  nameDays() {
    nameDays(this.list.children, this.getAttribute('today'), this.getAttribute('yesterday'));
  }

  atMidnight() {
    this.midnight = setTimeout(() => (this.nameDays(), this.atMidnight()), millisToMidnight() + 1000);
  }

  /** One look at what is in view: it feeds the seen ones, the pills and the fetching of more. */
  look() {
    cancelAnimationFrame(this.frame);
    this.frame = null;
    if (!this.steady || !this.landed) return;
    const { above, inside, below } = this.unseen();
    this.seen.look(inside, this.lookNow);
    const outside = (name) => Number(this.getAttribute(name) ?? 0);
    this.waiting.show(above.length + outside('unseen-before'), below.length + outside('unseen-after'),
      this.getAttribute('more-unread'));
    this.last.hidden = !this.hasAttribute('has-newer') && this.steady.below < FAR_FROM_END;
    this.fetch();
  }

  unseen() {
    return this.waiting.find(this.list.children, (bubble) => this.seen.waits(bubble));
  }

  /** The end of what is loaded is not always the end. */
  key(event) {
    if (event.key !== 'End' || event.target !== this.scroller || !this.hasAttribute('has-newer')) return;
    event.preventDefault();
    this.page('end');
  }

  toEnd() {
    this.scroller.focus({ preventScroll: true });
    if (this.hasAttribute('has-newer')) this.page('end');
    else this.land(null, 'end');
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
    if (this.scroller.clientHeight === 0) return;
    if (this.hasAttribute('has-older') && this.scroller.scrollTop < NEAR_EDGE) this.page('older');
    else if (this.hasAttribute('has-newer') && this.steady.below < NEAR_EDGE) this.page('newer');
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

// What can be done with a message: answer it, react to it. A button at each one opens a small menu; on a phone, so does
// a long press.
import { button, icon, make } from './dom.js';
import { put, wordsFor } from './words.js';

const EMOJI = ['👍', '❤️', '😂', '😮', '😢', '🙏'];
const LONG_PRESS = 450;
const COPY = 'M7 7V4h9v9h-3M4 7h9v9H4z';
const REPLY = 'M9 5 4 10l5 5M4 10h7a5 5 0 0 1 5 5v1';

/** The button that a bubble bears (bubble.js). */
export function actionsButton(bubble) {
  const open = button('bubble-menu', '⌄', () => bubble.closest('parley-messages').actions.open(bubble, open));
  open.setAttribute('aria-label', wordsFor(bubble).actions);
  open.setAttribute('aria-haspopup', 'menu');
  return open;
}

export class MessageActions {
  constructor(pane) {
    this.pane = pane;
    pane.addEventListener('pointerdown', (event) => this.press(event));
    for (const end of ['pointerup', 'pointercancel', 'pointermove']) {
      pane.addEventListener(end, () => clearTimeout(this.pressing), { passive: true });
    }
    // Where a finger rests for long, the browser would offer its own menu.
    pane.addEventListener('contextmenu', (event) => this.menu?.matches(':popover-open') && event.preventDefault());
  }

  press(event) {
    clearTimeout(this.pressing);
    const bubble = event.target.closest('parley-bubble[actions]');
    if (event.pointerType === 'mouse' || !bubble || this.pane.hasAttribute('locked')) return;
    this.pressing = setTimeout(() => this.open(bubble, bubble.card), LONG_PRESS);
  }

  open(bubble, at) {
    this.menu ??= this.build();
    this.bubble = bubble;
    this.back = at;
    const own = bubble.getAttribute('own-reaction') ?? '';
    const words = wordsFor(bubble);
    // Without TLS there is no clipboard.
    this.copies.hidden = !bubble.getAttribute('text') || !navigator.clipboard;
    for (const choice of this.choices) {
      const mine = choice.textContent === own;
      choice.setAttribute('aria-pressed', String(mine));
      choice.setAttribute('aria-label', put(mine ? words.unreact : words['react-with'], choice.textContent));
    }
    this.menu.showPopover();
    this.place(at.getBoundingClientRect());
    this.choices[0].focus();
  }

  build() {
    const words = wordsFor(this.pane);
    this.choices = EMOJI.map((emoji) => button('', emoji, () => this.react(emoji)));
    const emoji = make('div', 'action-emoji', ...this.choices);
    emoji.setAttribute('role', 'group');
    emoji.setAttribute('aria-label', words.react);
    const entry = (path, word, action) => {
      const item = button('action-entry', '', action);
      item.append(icon(path, 20), make('span', '', word));
      return item;
    };
    this.copies = entry(COPY, words.copy, () => this.copy());
    const menu = make('div', 'message-actions', emoji, entry(REPLY, words.reply, () => this.reply()), this.copies);
    menu.popover = 'auto';
    menu.setAttribute('role', 'dialog');
    menu.setAttribute('aria-label', words.actions);
    menu.addEventListener('keydown', (event) => this.walk(event));
    menu.addEventListener('toggle', (event) => event.newState === 'closed' && this.back?.focus({ preventScroll: true }));
    this.pane.append(menu);
    return menu;
  }

  /** Below what was pressed, above it where there is no room, and inside the window. */
  place(at) {
    const { width, height } = this.menu.getBoundingClientRect();
    const below = at.bottom + height + 8 < window.innerHeight;
    const top = below ? at.bottom + 4 : Math.max(8, at.top - height - 4);
    const left = this.bubble.getAttribute('direction') === 'out' ? at.right - width : at.left;
    this.menu.style.top = `${Math.min(top, window.innerHeight - height - 8)}px`;
    this.menu.style.left = `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`;
  }

  walk(event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const all = [...this.menu.querySelectorAll('button:not([hidden])')];
    event.preventDefault();
    all.at((all.indexOf(document.activeElement) + step) % all.length).focus();
  }

  async react(emoji) {
    const { bubble, pane } = this;
    const own = bubble.getAttribute('own-reaction');
    this.menu.hidePopover();
    const refusal = await pane.$server.react(pane.current, bubble.getAttribute('message-id'), own === emoji ? '' : emoji);
    if (refusal) document.querySelector('parley-composer')?.say(refusal);
  }

  reply() {
    const { bubble } = this;
    this.back = null;
    this.menu.hidePopover();
    document.querySelector('parley-composer')?.quote.set({
      id: bubble.getAttribute('message-id'),
      who: bubble.quotedAs,
      text: bubble.spoken.slice(0, 200),
    });
  }

  copy() {
    navigator.clipboard.writeText(this.bubble.getAttribute('text'));
    this.menu.hidePopover();
  }
}

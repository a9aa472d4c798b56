// Which message the reply will answer: a strip over the box, one for each conversation, until it is sent or taken away.
import { button, make, own } from './dom.js';

export class QuoteStrip {
  /** By conversation. */
  quotes = new Map();

  constructor(composer, place) {
    this.composer = composer;
    this.who = own('span', 'quote-who', '');
    this.what = own('span', 'quote-text', '');
    const away = button('strip-close', '×', () => {
      this.clear();
      composer.takeFocus();
    });
    away.setAttribute('aria-label', composer.words['quote-cancel']);
    this.strip = make('div', 'quote-strip', make('div', 'bubble-quote still', this.who, this.what), away);
    this.strip.setAttribute('role', 'group');
    this.strip.setAttribute('aria-label', composer.words.quoting);
    this.strip.hidden = true;
    place.append(this.strip);
  }

  get current() {
    return this.quotes.get(this.composer.conversation) ?? null;
  }

  /** @param quote `{ id, who, text }` */
  set(quote) {
    this.quotes.set(this.composer.conversation, quote);
    this.show();
    this.composer.area.focus();
  }

  /** Whether there was one. */
  clear() {
    const was = this.quotes.delete(this.composer.conversation);
    this.show();
    return was;
  }

  putBack(conversation, quote) {
    if (quote && !this.quotes.has(conversation)) this.quotes.set(conversation, quote);
    this.show();
  }

  letGo(conversation, quote) {
    if (quote && this.quotes.get(conversation) === quote) this.quotes.delete(conversation);
    this.show();
  }

  show() {
    const quote = this.current;
    this.strip.hidden = !quote;
    this.who.textContent = quote?.who ?? '';
    this.what.textContent = quote?.text ?? '';
  }
}

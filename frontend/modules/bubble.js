// One message. All it shows comes in attributes; a change of one touches only what shows it.
import { cardsPart } from './bubble-cards.js';
import { hush } from './bubble-audio.js';
import { mediaPart } from './bubble-media.js';
import { quotePart } from './bubble-quote.js';
import { remedyPart } from './bubble-remedy.js';
import { templateEnd, templateHeader } from './bubble-template.js';
import { textParts } from './bubble-text.js';
import { tickPath } from './bubble-tick.js';
import { make, own } from './dom.js';
import { actionsButton } from './message-actions.js';
import { clockTime, fullTime } from './reader-time.js';
import { wordsFor } from './words.js';

/** From top to bottom; each stands here only when there is something to show. */
const PARTS = ['who', 'mark', 'quote', 'kind', 'media', 'cards', 'header', 'words', 'more'];

const FLASH = 1600;

class ParleyBubble extends HTMLElement {
  static observedAttributes = ['author', 'agent', 'mark', 'quote', 'media', 'cards', 'kind-label', 'text', 'notice',
    'revoked', 'at', 'edited', 'state', 'state-label', 'error', 'remedy', 'divider', 'reactions', 'template',
    'actions'];

  connectedCallback() {
    if (this.card) return;
    this.build();
    for (const name of ParleyBubble.observedAttributes) if (this.hasAttribute(name)) this.update(name);
  }

  disconnectedCallback() {
    hush(this);
  }

  attributeChangedCallback(name) {
    if (this.card) this.update(name);
  }

  build() {
    this.parts = {};
    this.time = make('time');
    this.edited = make('span', 'bubble-edited');
    this.tick = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    this.tick.setAttribute('viewBox', '0 0 17 11');
    this.tick.setAttribute('role', 'img');
    this.tick.setAttribute('class', 'bubble-tick no-tick');
    this.tick.append(document.createElementNS('http://www.w3.org/2000/svg', 'path'));
    this.meta = make('span', 'bubble-meta', this.edited, this.time, this.tick);
    this.card = make('div', 'bubble-card', this.meta);
    this.card.setAttribute('role', 'article');
    this.append(this.card);
  }

  /** Puts a part in its place, instead of the one that stood there; null for none. */
  place(name, part) {
    this.parts[name]?.remove();
    delete this.parts[name];
    if (!part) return;
    this.parts[name] = part;
    const next = PARTS.slice(PARTS.indexOf(name) + 1).find((later) => this.parts[later]);
    this.card.insertBefore(part, next ? this.parts[next] : this.meta);
  }

  update(name) {
    const value = this.getAttribute(name) ?? '';
    switch (name) {
      case 'author':
        return value ? this.card.setAttribute('aria-label', value) : this.card.removeAttribute('aria-label');
      case 'agent': return this.place('who', value && own('div', 'bubble-who', value));
      case 'mark': return this.place('mark', value && make('div', 'bubble-mark', value));
      case 'quote': return this.place('quote', value && quotePart(JSON.parse(value), this, wordsFor(this)));
      case 'media': return this.showMedia(value && JSON.parse(value));
      case 'cards': return this.place('cards', value && cardsPart(JSON.parse(value), this, wordsFor(this)));
      case 'kind-label': return this.place('kind', value && make('span', 'bubble-kind', value));
      case 'text': case 'notice': case 'revoked': return this.showText();
      case 'error': return this.below('error', value && make('div', 'bubble-error', value));
      case 'remedy': return this.below('remedy', value && remedyPart(JSON.parse(value), this));
      case 'divider': return this.chip('new', value);
      case 'edited': return this.edited.replaceChildren(value);
      case 'template': return this.showTemplate(value && JSON.parse(value));
      case 'reactions': return this.showReactions(value && JSON.parse(value));
      case 'actions': return this.showActions();
      case 'at':
        this.time.dateTime = new Date(this.at).toISOString();
        this.time.title = fullTime(this.at);
        this.time.textContent = clockTime(this.at);
        return;
      case 'state':
        this.tick.setAttribute('class', value ? `bubble-tick tick-${value}` : 'bubble-tick no-tick');
        return this.tick.firstChild.setAttribute('d', tickPath(value));
      case 'state-label':
        return value ? this.tick.setAttribute('aria-label', value) : this.tick.removeAttribute('aria-label');
    }
  }

  showMedia(media) {
    this.card.dataset.media = media ? `${media.as} ${media.state}` : '';
    this.place('media', media && mediaPart(media, this, wordsFor(this)));
  }

  /** What happened, or what was taken back, is our sentence; the rest is formatted as WhatsApp does. */
  showText() {
    const ours = this.getAttribute('notice') ?? this.getAttribute('revoked');
    if (ours !== null) {
      this.place('words', own('span', 'bubble-words', ours));
      this.place('more', null);
      return;
    }
    const text = this.getAttribute('text') ?? '';
    const { words, more } = text === '' ? {} : textParts(text, wordsFor(this));
    this.place('words', words);
    this.place('more', more);
  }

  showTemplate(template) {
    this.place('header', template && templateHeader(template));
    this.templateEnd?.remove();
    this.templateEnd = template && templateEnd(template);
    if (this.templateEnd) this.meta.after(this.templateEnd);
  }

  showReactions(reactions) {
    this.reactions?.remove();
    this.reactions = null;
    if (!reactions) return;
    this.reactions = make('div', 'bubble-reactions', ...reactions.emoji.map((emoji) => make('span', '', emoji)));
    this.reactions.setAttribute('role', 'img');
    this.reactions.setAttribute('aria-label', reactions.label);
    this.reactions.title = reactions.label;
    this.append(this.reactions);
  }

  showActions() {
    this.menu?.remove();
    this.menu = this.hasAttribute('actions') ? actionsButton(this) : null;
    if (this.menu) this.card.append(this.menu);
  }

  /** Why it was not sent, then what can be done about it. */
  below(name, line) {
    this.lines ??= {};
    this.lines[name]?.remove();
    delete this.lines[name];
    if (!line) return;
    this.lines[name] = line;
    if (name === 'error' && this.lines.remedy) this.lines.remedy.before(line);
    else this.card.append(line);
  }

  /** A line over the bubble: the day that begins, then "New". */
  chip(name, text) {
    this.chips ??= {};
    if (this.chips[name]?.textContent === text) return;
    this.chips[name]?.remove();
    delete this.chips[name];
    if (!text) return;
    this.chips[name] = make('div', name === 'new' ? 'day-chip new-chip' : 'day-chip', text);
    this.insertBefore(this.chips[name], name === 'day' ? this.firstChild : this.card);
  }

  get at() {
    return Number(this.getAttribute('at'));
  }

  /** The name of the day that begins with this message, or '' within a day. */
  set day(name) {
    if (!this.card) this.connectedCallback();
    this.chip('day', name);
  }

  /** What counts as the message when it is asked whether its end is in view. */
  get box() {
    return (this.card ?? this).getBoundingClientRect();
  }

  /** All of it in words, for those who hear it. */
  get spoken() {
    const of = (name, read) => (this.hasAttribute(name) ? read(JSON.parse(this.getAttribute(name))) : []);
    return [
      this.getAttribute('kind-label'),
      ...of('media', (media) => [media.label, media.name === media.label ? '' : media.name]),
      ...of('cards', (cards) => cards.map((card) => card.title ?? card.name ?? card.text ?? card.address ?? card.coordinates)),
      ...of('template', (template) => [template.header]),
      this.getAttribute('notice') ?? this.getAttribute('revoked') ?? this.getAttribute('text'),
    ].filter(Boolean).join(', ');
  }

  /** Whose words they are, when they are quoted. */
  get quotedAs() {
    return this.getAttribute('agent') ?? this.getAttribute('author') ?? '';
  }

  /** Shows which one was meant, to eyes and to the keyboard. */
  flash() {
    this.card.tabIndex = -1;
    this.card.focus({ preventScroll: true });
    this.card.classList.add('flash');
    setTimeout(() => this.card.classList.remove('flash'), FLASH);
  }
}

if (!customElements.get('parley-bubble')) customElements.define('parley-bubble', ParleyBubble);

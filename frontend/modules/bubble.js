// One message. All it shows comes in attributes; a change of one touches only what shows it.
import { clockTime, fullTime } from './reader-time.js';
import { whatsappText } from './whatsapp-text.js';

const SVG = 'http://www.w3.org/2000/svg';
const CLOCK = 'M9 1.5a4.5 4.5 0 1 0 .01 0M9 3.5V6l1.8 1.2';
const ONE = 'M4 6.2l3 3L13.5 2';
const TWO = 'M1 6.2l3 3L10.5 2M7.6 7.9l1.3 1.3L15.4 2';
const ICONS = {
  queued: CLOCK,
  accepted: CLOCK,
  unknown: 'M6.8 3.6a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.6M9 9.6v.2',
  sent: ONE,
  delivered: TWO,
  read: TWO,
  played: TWO,
  failed: 'M9 1.5v5.2M9 9.4v.3',
};

function part(tag, name) {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}

class ParleyBubble extends HTMLElement {
  static observedAttributes = ['author', 'kind-label', 'text', 'at', 'state', 'state-label', 'agent', 'error', 'divider'];

  connectedCallback() {
    if (this.card) return;
    this.build();
    for (const name of ParleyBubble.observedAttributes) this.update(name);
  }

  attributeChangedCallback(name) {
    if (this.card) this.update(name);
  }

  build() {
    this.dayChip = part('div', 'day-chip');
    this.dayChip.hidden = true;
    this.newChip = part('div', 'day-chip new-chip');
    this.who = part('div', 'bubble-who');
    this.label = part('span', 'bubble-kind');
    this.words = part('span', 'bubble-words');
    this.who.dir = this.words.dir = 'auto';
    this.time = document.createElement('time');
    this.tick = document.createElementNS(SVG, 'svg');
    this.tick.setAttribute('viewBox', '0 0 17 11');
    this.tick.setAttribute('role', 'img');
    this.icon = document.createElementNS(SVG, 'path');
    this.tick.append(this.icon);
    const meta = part('span', 'bubble-meta');
    meta.append(this.time, this.tick);
    this.error = part('div', 'bubble-error');
    this.card = part('div', 'bubble-card');
    this.card.setAttribute('role', 'article');
    this.card.append(this.who, this.label, this.words, meta, this.error);
    this.append(this.dayChip, this.newChip, this.card);
  }

  update(name) {
    const value = this.getAttribute(name) ?? '';
    switch (name) {
      case 'author':
        return value ? this.card.setAttribute('aria-label', value) : this.card.removeAttribute('aria-label');
      case 'agent': return fill(this.who, value);
      case 'kind-label': return fill(this.label, value);
      case 'error': return fill(this.error, value);
      case 'divider': return fill(this.newChip, value);
      case 'text':
        this.words.hidden = value === '';
        return this.words.replaceChildren(whatsappText(value));
      case 'at':
        this.time.dateTime = new Date(this.at).toISOString();
        this.time.title = fullTime(this.at);
        this.time.textContent = clockTime(this.at);
        return;
      case 'state':
        this.tick.setAttribute('class', value ? `bubble-tick tick-${value}` : 'bubble-tick no-tick');
        return this.icon.setAttribute('d', ICONS[value] ?? '');
      case 'state-label':
        return value ? this.tick.setAttribute('aria-label', value) : this.tick.removeAttribute('aria-label');
    }
  }

  get at() {
    return Number(this.getAttribute('at'));
  }

  /** The name of the day that begins with this message, or '' within a day. */
  set day(name) {
    fill(this.dayChip, name);
  }

  /** What counts as the message when it is asked whether its end is in view. */
  get box() {
    return (this.card ?? this).getBoundingClientRect();
  }
}

function fill(element, text) {
  element.hidden = text === '';
  if (element.textContent !== text) element.textContent = text;
}

if (!customElements.get('parley-bubble')) customElements.define('parley-bubble', ParleyBubble);

// How long a reply is still possible. Counts by itself; asks the server only after a jump of the clock and at the end.

const DAY = 24 * 3600_000;
const JUMP = 1500;
const FIRST_RETRY = 250;
const LAST_RETRY = 8000;
const SVG = 'http://www.w3.org/2000/svg';

class ParleyTimer extends HTMLElement {
  static observedAttributes = ['ends-at', 'server-now', 'gone'];

  connectedCallback() {
    if (!this.left) this.build();
    this.wake = () => this.tick();
    document.addEventListener('visibilitychange', this.wake);
    this.tick();
  }

  disconnectedCallback() {
    document.removeEventListener('visibilitychange', this.wake);
    clearTimeout(this.next);
  }

  attributeChangedCallback(name) {
    if (name === 'server-now') this.setClock();
    if (name === 'ends-at') this.retry = FIRST_RETRY;
    if (this.left) this.tick();
  }

  build() {
    const ring = document.createElementNS(SVG, 'svg');
    ring.setAttribute('viewBox', '0 0 24 24');
    ring.setAttribute('class', 'timer-ring');
    ring.setAttribute('aria-hidden', 'true');
    const [track, share] = ['timer-track', 'timer-share'].map((name) => {
      const circle = document.createElementNS(SVG, 'circle');
      for (const [key, value] of Object.entries({ cx: 12, cy: 12, r: 10, pathLength: 100, class: name }))
        circle.setAttribute(key, value);
      return circle;
    });
    ring.append(track, share);
    this.share = share;
    // Text nodes of their own: a tick changes their data and puts nothing new into the page.
    this.left = document.createTextNode('');
    this.words = document.createTextNode('');
    const [number, small] = ['span', 'small'].map((tag) => document.createElement(tag));
    number.append(this.left);
    small.append(this.words);
    this.append(ring, number, small);
  }

  /** The server's clock at this moment, in the two clocks of the browser. Neither is believed alone. */
  setClock() {
    this.server = Number(this.getAttribute('server-now'));
    this.steady = performance.now();
    this.wall = Date.now();
    this.asked = false;
  }

  now() {
    return this.server + performance.now() - this.steady;
  }

  /** A laptop that slept stops the steady clock; somebody who sets the clock moves the other one. */
  jumped() {
    return Math.abs(Date.now() - this.wall - (performance.now() - this.steady)) > JUMP;
  }

  tick() {
    clearTimeout(this.next);
    if (!this.isConnected) return;
    if (!this.hasAttribute('ends-at') || this.hasAttribute('gone')) return this.showGone();
    if (this.jumped() && !this.asked) {
      this.asked = true;
      this.$server?.sync();
    }
    const left = Number(this.getAttribute('ends-at')) - this.now();
    if (left > 0) return this.showLeft(left);
    this.showGone();
    this.ask();
  }

  showLeft(left) {
    this.retry = FIRST_RETRY;
    const seconds = Math.ceil(left / 1000);
    const two = (n) => String(n).padStart(2, '0');
    const hours = Math.floor(seconds / 3600);
    this.show(`${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`, this.getAttribute('to-reply'));
    this.dataset.level = left <= 3600_000 ? 'red' : left <= 4 * 3600_000 ? 'amber' : 'calm';
    this.share.setAttribute('stroke-dasharray', `${Math.min(100, (left / DAY) * 100).toFixed(1)} 100`);
    this.next = setTimeout(() => this.tick(), (left % 1000) + 5);
  }

  showGone() {
    this.dataset.level = 'gone';
    this.show(this.getAttribute('expired'), '');
  }

  show(left, words) {
    if (this.left.data !== left) this.left.data = left;
    if (this.words.data !== words) this.words.data = words;
  }

  /** The server may be some milliseconds behind: it is asked until it says "gone" or gives more time. */
  ask() {
    this.$server?.sync();
    this.next = setTimeout(() => this.tick(), this.retry);
    this.retry = Math.min(LAST_RETRY, this.retry * 2);
  }
}

if (!customElements.get('parley-timer')) customElements.define('parley-timer', ParleyTimer);

// The reply box. What it shows at the moment of sending is what is sent, once; every call names its conversation.
import { UnsavedDraft } from './unsaved-draft.js';

const DRAFT_DELAY = 400;
const TYPING_EVERY = 2000;
const CONNECTION_LOST = 5000;

/** Where the keyboard is not a part of the screen: there the box takes the focus by itself. */
const DESK = matchMedia('(min-width: 761px)');

/** A page served without TLS has no randomUUID. */
function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What can wait is not called while the line is down: calls that pile up would hold up its return. */
function reachable() {
  return !document.documentElement.hasAttribute('data-offline');
}

/** The box without a text that was given back to it and has been sent after all. */
function without(text, sent) {
  if (text === sent) return '';
  if (text.startsWith(`${sent}\n`)) return text.slice(sent.length + 1);
  return text.endsWith(`\n${sent}`) ? text.slice(0, -sent.length - 1) : text;
}

class ParleyComposer extends HTMLElement {
  static observedAttributes = ['conversation', 'draft', 'locked'];

  /** Texts whose call may still be under way though they were given back, by their key. */
  undecided = new Map();

  connectedCallback() {
    this.leaving = () => this.pause();
    window.addEventListener('blur', this.leaving);
    window.addEventListener('pagehide', this.leaving);
    document.addEventListener('visibilitychange', this.leaving);
    this.line = new MutationObserver(() => this.area && reachable() && this.backOnline());
    this.line.observe(document.documentElement, { attributeFilter: ['data-offline'] });
    if (this.area) return;
    queueMicrotask(() => this.begin());
  }

  disconnectedCallback() {
    window.removeEventListener('blur', this.leaving);
    window.removeEventListener('pagehide', this.leaving);
    document.removeEventListener('visibilitychange', this.leaving);
    this.line.disconnect();
  }

  attributeChangedCallback() {
    if (this.area) queueMicrotask(() => this.follow());
  }

  begin() {
    this.area = this.querySelector('vaadin-text-area');
    this.count = this.querySelector('.composer-count');
    this.button = this.querySelector('.composer-send');
    this.problem = this.querySelector('.composer-problem');
    const mac = /Mac|iP(hone|ad)/.test(navigator.platform);
    if (mac) this.querySelector('.kbd').textContent = '⌘ ↵';
    this.addEventListener('input', () => this.typed());
    this.addEventListener('keydown', (event) => this.key(event), true);
    this.addEventListener('focusout', () => this.saveDraft());
    this.addEventListener('emoji-pick', (event) => this.insert(event.detail));
    // The caret, and a phone's keyboard, stay where they are.
    this.button.addEventListener('mousedown', (event) => event.preventDefault());
    this.button.addEventListener('click', () => {
      this.takeFocus();
      this.send();
    });
    this.follow();
  }

  get text() {
    return this.area.inputElement?.value ?? this.area.value ?? '';
  }

  set text(value) {
    this.area.value = value;
    if (this.area.inputElement) this.area.inputElement.value = value;
    this.measure();
  }

  /** The server opened another conversation: what stands in the box still belongs to the last one. */
  follow() {
    const next = this.getAttribute('conversation');
    if (next === this.conversation) {
      if (this.hasAttribute('locked')) this.saveDraft();
      return;
    }
    this.saveDraft();
    this.conversation = next;
    this.saved = this.getAttribute('draft') ?? '';
    this.unsaved = new UnsavedDraft(this.getAttribute('agent'), next);
    this.returned = this.undecidedHere();
    if (this.returned) this.returned.drafted = false;
    this.lastTyping = 0;
    this.say('');
    this.text = this.unsaved.text ?? this.saved;
    this.saveDraft();
    // The agent chose it in the list, and has not gone elsewhere meanwhile.
    if (next && document.activeElement?.closest('parley-list')) this.takeFocus();
  }

  takeFocus() {
    if (DESK.matches && !this.hasAttribute('locked')) this.area.focus();
  }

  key(event) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    if (event.isComposing || event.keyCode === 229 || !event.composedPath().includes(this.area)) return;
    event.preventDefault();
    event.stopPropagation();
    this.send();
  }

  typed() {
    this.measure();
    if (this.text === this.saved) this.unsaved.forget();
    else this.unsaved.keep(this.text);
    if (this.text.length <= this.limit) this.say('');
    clearTimeout(this.draftTimer);
    this.draftTimer = setTimeout(() => this.saveDraft(), DRAFT_DELAY);
    const now = performance.now();
    if (this.text.trim() === '') this.stopTyping();
    else if (reachable() && (!this.lastTyping || now - this.lastTyping >= TYPING_EVERY)) {
      this.lastTyping = now;
      this.$server?.typing(this.conversation);
    }
  }

  stopTyping() {
    if (this.lastTyping && reachable()) this.$server?.stopped(this.conversation);
    this.lastTyping = 0;
  }

  pause() {
    if (!this.area) return;
    this.saveDraft();
    this.stopTyping();
  }

  saveDraft() {
    clearTimeout(this.draftTimer);
    if (!this.conversation || this.text === this.saved) return;
    const [text, unsaved] = [this.text, this.unsaved];
    if (!reachable()) return unsaved.keep(text);
    this.saved = text;
    unsaved.keep(text);
    this.$server?.draft(this.conversation, text).then(() => unsaved.reached(text), () => {});
  }

  get limit() {
    return Number(this.getAttribute('limit'));
  }

  measure() {
    const length = this.text.length;
    this.count.textContent = `${length} / ${this.limit}`;
    this.count.classList.toggle('too-long', length > this.limit);
    this.button.setAttribute('aria-disabled', String(this.text.trim() === ''));
  }

  send() {
    const text = this.text;
    if (!this.conversation || this.hasAttribute('locked') || text.trim() === '') return;
    if (text.length > this.limit) {
      this.say(this.getAttribute('too-long').replace('#', text.length - this.limit));
      return;
    }
    if (!reachable()) {
      this.say(this.getAttribute('offline'));
      return;
    }
    if (this.undecidedHere()) {
      this.say(this.getAttribute('no-answer'));
      return;
    }
    const key = this.returned?.text === text ? this.returned.key : newKey();
    this.deliver({ conversation: this.conversation, text, key });
  }

  /** The box is empty at once; the text returns under the same key, so that a second press cannot send it twice. */
  async deliver(sent) {
    clearTimeout(this.draftTimer);
    this.unsaved.forget();
    this.text = '';
    this.saved = '';
    this.returned = null;
    this.lastTyping = 0;
    this.say('');
    const late = setTimeout(() => {
      this.undecided.set(sent.key, sent);
      this.giveBack(sent, this.getAttribute('no-answer'));
    }, CONNECTION_LOST);
    try {
      const refusal = await this.$server.send(sent.conversation, sent.text, sent.key);
      this.undecided.delete(sent.key);
      if (refusal) this.giveBack(sent, refusal);
      else this.done(sent);
    } catch {
      this.undecided.delete(sent.key);
      this.giveBack(sent, this.getAttribute('not-queued'));
    } finally {
      clearTimeout(late);
    }
  }

  /** While the call may still reach the server its text is not sent again, edited or not: both could arrive. */
  undecidedHere() {
    return [...this.undecided.values()].find((sent) => sent.conversation === this.conversation) ?? null;
  }

  giveBack(sent, reason) {
    const again = sent.givenBack;
    sent.givenBack = true;
    if (sent.conversation !== this.conversation) {
      if (again) return;
      sent.drafted = true;
      this.$server?.draft(sent.conversation, sent.text);
      return;
    }
    if (!again) {
      const since = this.text;
      this.text = since.trim() === '' ? sent.text : `${sent.text}\n${since}`;
    }
    this.returned = sent;
    this.say(reason);
    this.saveDraft();
  }

  /** An answer that came after the text was given back: what was sent does not stay in the box. */
  done(sent) {
    if (!sent.givenBack) return;
    if (sent.conversation !== this.conversation) {
      if (sent.drafted) this.$server?.draft(sent.conversation, '');
      return;
    }
    if (this.returned?.key === sent.key) this.returned = null;
    const left = without(this.text, sent.text);
    this.say(left === this.text ? this.getAttribute('sent-after-all') : '');
    if (left === this.text) return;
    this.text = left;
    this.saveDraft();
  }

  backOnline() {
    if (this.problem.textContent === this.getAttribute('offline')) this.say('');
    this.saveDraft();
  }

  say(problem) {
    this.problem.hidden = problem === '';
    if (this.problem.textContent !== problem) this.problem.textContent = problem;
  }

  insert(emoji) {
    const input = this.area.inputElement;
    input.setRangeText(emoji, input.selectionStart, input.selectionEnd, 'end');
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.area.focus();
  }
}

if (!customElements.get('parley-composer')) customElements.define('parley-composer', ParleyComposer);

// The reply box. What it shows at the moment of sending is what is sent, once; every call names its conversation.
import { TypingSignal } from './composer-typing.js';
import { reachable } from './connection-state.js';
import { Delivery } from './delivery.js';
import { takeDrops } from './drop.js';
import { FileTray } from './file-tray.js';
import { QuoteStrip } from './quote-strip.js';
import { UnsavedDraft } from './unsaved-draft.js';
import { VoiceBar } from './voice-bar.js';

const DRAFT_DELAY = 400;

/** Where the keyboard is not a part of the screen: there the box takes the focus by itself. */
const DESK = matchMedia('(min-width: 761px)');

class ParleyComposer extends HTMLElement {
  static observedAttributes = ['conversation', 'draft', 'locked'];

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
    this.voice?.cancel();
  }

  attributeChangedCallback() {
    if (this.area) queueMicrotask(() => this.follow());
  }

  begin() {
    this.area = this.querySelector('vaadin-text-area');
    this.count = this.querySelector('.composer-count');
    this.button = this.querySelector('.composer-send');
    this.problem = this.querySelector('.composer-problem');
    this.words = JSON.parse(this.getAttribute('words'));
    const extras = this.querySelector('.composer-extras');
    this.quote = new QuoteStrip(this, extras);
    this.tray = new FileTray(this, extras);
    this.voice = new VoiceBar(this, extras);
    this.typing = new TypingSignal(this);
    this.delivery = new Delivery(this);
    const mac = /Mac|iP(hone|ad)/.test(navigator.platform);
    if (mac) this.querySelector('.kbd').textContent = '⌘ ↵';
    this.addEventListener('input', (event) => event.composedPath().includes(this.area) && this.typed());
    this.addEventListener('keydown', (event) => this.key(event), true);
    this.addEventListener('focusout', () => this.saveDraft());
    this.addEventListener('emoji-pick', (event) => this.insert(event.detail));
    takeDrops(this);
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

  get locked() {
    return this.hasAttribute('locked') || !this.conversation;
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
    this.delivery.opened();
    this.typing.forget();
    this.say('');
    this.quote.show();
    this.tray.show();
    this.voice.cancel();
    this.text = this.unsaved.text ?? this.saved;
    this.saveDraft();
    // The agent chose it in the list, and has not gone elsewhere meanwhile.
    if (next && document.activeElement?.closest('parley-list')) this.takeFocus();
  }

  takeFocus() {
    if (DESK.matches && !this.locked) this.area.focus();
  }

  key(event) {
    if (event.isComposing || event.keyCode === 229 || !event.composedPath().includes(this.area)) return;
    const sends = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!sends && !(event.key === 'Escape' && this.quote.clear())) return;
    event.preventDefault();
    event.stopPropagation();
    if (sends) this.send();
  }

  typed() {
    this.measure();
    if (this.text === this.saved) this.unsaved.forget();
    else this.unsaved.keep(this.text);
    if (this.text.length <= this.limit) this.say('');
    clearTimeout(this.draftTimer);
    this.draftTimer = setTimeout(() => this.saveDraft(), DRAFT_DELAY);
    this.typing.typed(this.text.trim() === '');
  }

  pause() {
    if (!this.area) return;
    this.saveDraft();
    this.typing.stop();
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

  /** Words below a file are shorter than those of a message. */
  get limit() {
    return Number(this.getAttribute(this.tray.takesCaption ? 'caption-limit' : 'limit'));
  }

  measure() {
    const length = this.text.length;
    this.count.textContent = `${length} / ${this.limit}`;
    this.count.classList.toggle('too-long', length > this.limit);
    this.button.setAttribute('aria-disabled', String(this.text.trim() === '' && this.tray.isEmpty));
  }

  /** Why what is in the box cannot be sent now, in words; null when it can. */
  get obstacle() {
    const over = this.text.length - this.limit;
    if (over > 0) return this.getAttribute(this.tray.takesCaption ? 'caption-too-long' : 'too-long').replace('#', over);
    if (!reachable()) return this.getAttribute('offline');
    if (this.tray.hasRefused) return this.words['remove-refused'];
    return this.delivery.undecidedHere() ? this.getAttribute('no-answer') : null;
  }

  send() {
    const blank = this.text.trim() === '';
    if (this.locked || (blank && this.tray.isEmpty)) return;
    const obstacle = this.obstacle;
    if (obstacle) return this.say(obstacle);
    if (this.tray.whenUploaded(() => this.send())) return;
    const [text, files] = [blank ? '' : this.text, this.tray.files];
    const key = this.delivery.keyFor(text, files);
    this.delivery.deliver({ conversation: this.conversation, text, key, files, quote: this.quote.current });
  }

  /** All that was in it is on its way. */
  emptied() {
    clearTimeout(this.draftTimer);
    this.unsaved.forget();
    this.quote.clear();
    this.tray.clear();
    this.text = '';
    this.saved = '';
    this.typing.forget();
    this.say('');
  }

  /** What was not sent stands there again, text aside. */
  takeBack(sent) {
    this.tray.putBack(sent.conversation, sent.files);
    this.quote.putBack(sent.conversation, sent.quote);
    this.measure();
  }

  /** It is sent: nothing of it is needed here any more. */
  letGo(sent) {
    this.tray.letGo(sent.conversation, sent.files);
    if (sent.givenBack) this.quote.letGo(sent.conversation, sent.quote);
    this.measure();
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

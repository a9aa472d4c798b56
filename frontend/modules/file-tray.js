// The files that wait over the reply box: each is uploaded as soon as it is picked, and sent with the box.
import { TrayItem } from './tray-item.js';
import { make } from './dom.js';

const CAPTIONED = ['IMAGE', 'VIDEO', 'DOCUMENT'];

export class FileTray {
  /** By conversation: what was picked for one is never shown in another. */
  items = new Map();

  constructor(composer, place) {
    this.composer = composer;
    this.list = make('div', 'file-tray');
    this.list.setAttribute('role', 'list');
    this.list.setAttribute('aria-label', composer.words.files);
    this.list.hidden = true;
    place.append(this.list);
  }

  get here() {
    return this.items.get(this.composer.conversation) ?? [];
  }

  get isEmpty() {
    return this.here.length === 0;
  }

  get hasRefused() {
    return this.here.some((item) => item.state === 'refused');
  }

  /** Whether the words in the box go below a file, rather than before the files. */
  get takesCaption() {
    return CAPTIONED.includes(this.here[0]?.kind);
  }

  get files() {
    return [...this.here];
  }

  /** @param as any, document or voice */
  add(files, as = 'any') {
    const { composer } = this;
    if (composer.locked) return;
    const most = Number(composer.getAttribute('most-files'));
    const room = Math.max(0, most - this.here.length);
    const taken = [...files].slice(0, room).map((file) => new TrayItem(file, as, composer.conversation, this));
    this.items.set(composer.conversation, [...this.here, ...taken]);
    composer.say(files.length > room ? composer.words['too-many'] : '');
    this.show();
    taken.forEach((item) => item.begin());
    composer.takeFocus();
  }

  remove(item) {
    const at = this.here.indexOf(item);
    item.cancel();
    this.letGo(item.conversation, [item]);
    const next = this.here[at] ?? this.here[at - 1];
    if (next) next.focus();
    else this.composer.area.focus();
  }

  /** Something about an item is different now. */
  changed() {
    this.composer.measure();
    if (!this.waiting || this.here.some((item) => item.state === 'uploading')) return;
    const then = this.waiting;
    this.stopWaiting();
    if (!this.hasRefused) then();
  }

  /** Whether something is still being uploaded; then it is done once that is there, unless the agent goes elsewhere. */
  whenUploaded(then) {
    if (!this.here.some((item) => item.state === 'uploading')) return false;
    this.waiting = then;
    this.list.classList.add('sending');
    return true;
  }

  stopWaiting() {
    this.waiting = null;
    this.list.classList.remove('sending');
  }

  /** They are on their way, and may come back. */
  clear() {
    this.items.delete(this.composer.conversation);
    this.show();
  }

  putBack(conversation, items) {
    this.items.set(conversation, [...items, ...(this.items.get(conversation) ?? [])]);
    this.show();
  }

  letGo(conversation, items) {
    const left = (this.items.get(conversation) ?? []).filter((item) => !items.includes(item));
    items.forEach((item) => item.forget());
    this.items.set(conversation, left);
    this.show();
  }

  show() {
    if (this.shown !== this.composer.conversation) this.stopWaiting();
    this.shown = this.composer.conversation;
    this.list.replaceChildren(...this.here.map((item) => item.element));
    this.list.hidden = this.isEmpty;
    if (this.isEmpty) this.stopWaiting();
    if (this.composer.tray) this.composer.measure();
  }
}

// One file that waits to be sent: its picture or type, its name, how far it has come, and why it cannot be sent.
import { button, make, own } from './dom.js';
import { looksLike, maybeDocument, refusalOf, sizeInWords } from './file-limits.js';
import { upload } from './upload.js';

export class TrayItem {
  /** uploading, ready or refused */
  state = 'uploading';

  constructor(file, as, conversation, tray) {
    Object.assign(this, { file, as, conversation, tray });
    this.words = tray.composer.words;
    this.limits = JSON.parse(tray.composer.getAttribute('limits'));
    this.kind = as === 'document' ? 'DOCUMENT' : looksLike(file).toUpperCase() || 'DOCUMENT';
    this.build();
  }

  build() {
    const { file, words } = this;
    this.about = make('small');
    this.bar = make('progress');
    this.bar.max = 1;
    this.bar.setAttribute('aria-label', words.progress.replace('#', () => file.name));
    this.more = make('span', 'tray-more');
    const away = button('strip-close', '×', () => this.tray.remove(this));
    away.setAttribute('aria-label', words.remove.replace('#', () => file.name));
    this.element = make('div', 'tray-item', this.picture(),
      make('div', 'tray-about', own('b', '', file.name), this.about, this.bar), this.more, away);
    this.element.setAttribute('role', 'listitem');
    this.away = away;
  }

  picture() {
    if (looksLike(this.file) !== 'image') return this.badge();
    const img = make('img', 'tray-picture');
    this.url = URL.createObjectURL(this.file);
    img.alt = '';
    img.addEventListener('error', () => img.replaceWith(this.badge()));
    img.src = this.url;
    return img;
  }

  badge() {
    const ending = /\.([a-z0-9]{1,4})$/i.exec(this.file.name)?.[1] ?? 'file';
    const badge = make('span', 'file-badge', ending.toUpperCase());
    badge.dataset.type = ending.toLowerCase();
    badge.setAttribute('aria-hidden', 'true');
    return badge;
  }

  async begin() {
    const refusal = refusalOf(this.file, this.as, this.limits);
    if (refusal) return this.refuse(refusal);
    this.become('uploading', sizeInWords(this.file.size, this.words));
    const { answer, cancel } = upload(this.file, this.conversation, this.as, (part) => (this.bar.value = part));
    this.stop = cancel;
    const { id, kind, refusal: refused, failure } = await answer;
    if (failure === 'cancelled') return;
    if (failure) this.fail(failure);
    else if (refused) this.refuse(refused);
    else this.accept(id, kind);
  }

  accept(id, kind) {
    const expected = looksLike(this.file);
    this.id = id;
    this.kind = kind;
    const size = sizeInWords(this.file.size, this.words);
    const note = kind === 'DOCUMENT' && this.as === 'any' && expected ? this.words[`as-document.${expected}`] : null;
    this.become('ready', note ? `${size} · ${note}` : size);
  }

  refuse(refusal) {
    const reason = this.words[`refused.${refusal}`] ?? this.words['failed.lost'];
    this.become('refused', reason.replace('#', sizeInWords(this.file.size, this.words)));
    if (maybeDocument(refusal, this.file, this.limits)) this.offer(this.words['as-document'], 'document');
  }

  fail(failure) {
    this.become('refused', this.words[`failed.${failure}`]);
    if (failure === 'lost') this.offer(this.words['try-again'], this.as);
  }

  offer(text, as) {
    const instead = button('card-button', text, () => {
      this.as = as;
      if (as === 'document') this.kind = 'DOCUMENT';
      this.begin();
      this.focus();
    });
    this.more.replaceChildren(instead);
  }

  become(state, text) {
    this.state = state;
    this.element.dataset.state = state;
    this.about.textContent = text;
    // What went wrong is heard, too.
    if (state === 'refused') this.about.setAttribute('role', 'alert');
    else this.about.removeAttribute('role');
    this.bar.hidden = state !== 'uploading';
    if (state === 'uploading') this.bar.value = 0;
    this.more.replaceChildren();
    this.tray.changed();
  }

  focus() {
    this.away.focus();
  }

  cancel() {
    this.stop?.();
  }

  forget() {
    if (this.url) URL.revokeObjectURL(this.url);
  }
}

// Sending what is in the box, once, and giving it back when that is not known to have worked.

const CONNECTION_LOST = 5000;

/** A page served without TLS has no randomUUID. */
export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The box without a text that was given back to it and has been sent after all. */
function without(text, sent) {
  if (text === sent) return '';
  if (text.startsWith(`${sent}\n`)) return text.slice(sent.length + 1);
  return text.endsWith(`\n${sent}`) ? text.slice(0, -sent.length - 1) : text;
}

const ids = (files) => files.map((file) => file.id).join();

export class Delivery {
  /** What may still be on its way though it was given back, by its key. */
  undecided = new Map();

  constructor(composer) {
    this.composer = composer;
  }

  /** Another conversation is open: what was given back to it is in its box. */
  opened() {
    this.returned = this.undecidedHere();
    if (this.returned) this.returned.drafted = false;
  }

  /** While the call may still reach the server it is not sent again, edited or not: both could arrive. */
  undecidedHere() {
    return [...this.undecided.values()].find((sent) => sent.conversation === this.composer.conversation) ?? null;
  }

  /** The same again goes under the same key, so that a second press cannot send it twice. */
  keyFor(text, files) {
    return this.returned?.text === text && ids(this.returned.files) === ids(files) ? this.returned.key : newKey();
  }

  /** The box is empty at once. */
  async deliver(sent) {
    const box = this.composer;
    box.emptied();
    this.returned = null;
    const late = setTimeout(() => {
      this.undecided.set(sent.key, sent);
      this.giveBack(sent, box.getAttribute('no-answer'));
    }, CONNECTION_LOST);
    try {
      const files = sent.files.map((file) => file.id);
      const refusal = await box.$server.send(sent.conversation, sent.text, sent.key, sent.quote?.id ?? null, files);
      this.undecided.delete(sent.key);
      if (refusal) this.giveBack(sent, refusal);
      else this.done(sent);
    } catch {
      this.undecided.delete(sent.key);
      this.giveBack(sent, box.getAttribute('not-queued'));
    } finally {
      clearTimeout(late);
    }
  }

  giveBack(sent, reason) {
    const box = this.composer;
    const again = sent.givenBack;
    sent.givenBack = true;
    if (!again) box.takeBack(sent);
    if (sent.conversation !== box.conversation) {
      if (again || sent.text === '') return;
      sent.drafted = true;
      box.$server?.draft(sent.conversation, sent.text);
      return;
    }
    if (!again && sent.text !== '') {
      const since = box.text;
      box.text = since.trim() === '' ? sent.text : `${sent.text}\n${since}`;
    }
    this.returned = sent;
    box.say(reason);
    box.saveDraft();
  }

  /** An answer that came after it was given back: what was sent does not stay in the box. */
  done(sent) {
    const box = this.composer;
    if (!sent.givenBack) return box.letGo(sent);
    box.letGo(sent);
    if (sent.conversation !== box.conversation) {
      if (sent.drafted) box.$server?.draft(sent.conversation, '');
      return;
    }
    if (this.returned?.key === sent.key) this.returned = null;
    const left = without(box.text, sent.text);
    const changed = sent.text !== '' && left === box.text;
    box.say(changed ? box.getAttribute('sent-after-all') : '');
    if (left === box.text) return;
    box.text = left;
    box.saveDraft();
  }
}

// What stands in a reply box and has not reached the server yet. The tab keeps it meanwhile: a reload, or a lost
// connection, may come first.

export class UnsavedDraft {
  constructor(agent, conversation) {
    this.place = `parley-draft-${agent}-${conversation}`;
  }

  /** Null when all that was typed here has reached the server. */
  get text() {
    return sessionStorage.getItem(this.place);
  }

  keep(text) {
    sessionStorage.setItem(this.place, text);
  }

  /** The server has it now; what was typed since is kept on. */
  reached(text) {
    if (this.text === text) this.forget();
  }

  forget() {
    sessionStorage.removeItem(this.place);
  }
}

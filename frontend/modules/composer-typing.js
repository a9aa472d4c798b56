// Tells the others that somebody types here, at most every two seconds, and that they stopped.
import { reachable } from './connection-state.js';

const TYPING_EVERY = 2000;

export class TypingSignal {
  last = 0;

  constructor(composer) {
    this.composer = composer;
  }

  typed(blank) {
    if (blank) return this.stop();
    const now = performance.now();
    if (!reachable() || (this.last && now - this.last < TYPING_EVERY)) return;
    this.last = now;
    this.composer.$server?.typing(this.composer.conversation);
  }

  stop() {
    if (this.last && reachable()) this.composer.$server?.stopped(this.composer.conversation);
    this.forget();
  }

  /** Whoever sent has stopped, and the server knows. */
  forget() {
    this.last = 0;
  }
}

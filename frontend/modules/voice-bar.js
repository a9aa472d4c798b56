// A voice message, recorded where the browser can do it in a form that WhatsApp takes: Ogg with Opus, or MP4 with AAC.
import { button, make } from './dom.js';

const FORMS = [['audio/ogg;codecs=opus', 'ogg'], ['audio/mp4;codecs=mp4a.40.2', 'm4a']];

/** WhatsApp takes 16 MB; ten minutes stay far below that. */
const LONGEST = 600;

const form = () => FORMS.find(([type]) => window.MediaRecorder?.isTypeSupported(type));

/** Without TLS there is no microphone. */
export const canRecord = () => Boolean(navigator.mediaDevices?.getUserMedia && form());

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

export class VoiceBar {
  constructor(composer, place) {
    this.composer = composer;
    const { words } = composer;
    this.time = make('span', 'voice-time', '0:00');
    this.time.setAttribute('role', 'timer');
    const stop = button('card-button', words['voice-cancel'], () => this.cancel());
    const send = button('card-button voice-send', words['voice-send'], () => this.finish());
    this.bar = make('div', 'voice-bar', make('span', 'voice-dot'), make('span', '', words.recording), this.time, stop, send);
    this.bar.setAttribute('role', 'group');
    this.bar.setAttribute('aria-label', words.recording);
    this.bar.hidden = true;
    this.bar.addEventListener('keydown', (event) => event.key === 'Escape' && this.cancel());
    this.send = send;
    place.append(this.bar);
  }

  async begin() {
    if (this.recorder || this.composer.locked) return;
    const { conversation, words } = this.composer;
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      return this.composer.say(words['no-microphone']);
    }
    const stopped = () => stream.getTracks().forEach((track) => track.stop());
    if (conversation !== this.composer.conversation || this.recorder) return stopped();
    this.record(stream, stopped);
  }

  record(stream, stopped) {
    const [type, ending] = form();
    const parts = [];
    this.recorder = new MediaRecorder(stream, { mimeType: type });
    this.recorder.ondataavailable = ({ data }) => parts.push(data);
    this.recorder.onstop = () => {
      stopped();
      this.hide();
      if (!this.wanted || !this.composer.isConnected) return;
      // What else stands in the box is not finished: the voice message joins it and waits for "Send".
      const alone = this.composer.text.trim() === '' && this.composer.tray.isEmpty;
      this.composer.tray.add([new File(parts, `voice-message.${ending}`, { type: type.split(';')[0] })], 'voice');
      if (alone) this.composer.send();
    };
    this.wanted = false;
    this.recorder.start(1000);
    let seconds = 0;
    this.ticking = setInterval(() => {
      seconds += 1;
      this.time.textContent = clock(seconds);
      if (seconds >= LONGEST) this.finish();
    }, 1000);
    this.time.textContent = clock(0);
    this.bar.hidden = false;
    this.send.focus();
  }

  finish() {
    this.wanted = true;
    this.recorder?.stop();
    this.composer.takeFocus();
  }

  /** Nothing of it stays; so it is, too, when the agent goes elsewhere. */
  cancel() {
    if (!this.recorder) return;
    this.wanted = false;
    this.recorder.stop();
    this.composer.takeFocus();
  }

  hide() {
    clearInterval(this.ticking);
    this.recorder = null;
    this.bar.hidden = true;
  }
}

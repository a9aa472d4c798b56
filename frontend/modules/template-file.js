// The file above a template: picked, taken to our server, and named to it (inbox/chat/TemplateFile).
import { button, make } from './dom.js';
import { upload } from './upload.js';

class ParleyTemplateFile extends HTMLElement {
  connectedCallback() {
    if (this.pick) return;
    const words = JSON.parse(this.getAttribute('words'));
    this.input = make('input', 'template-file-input');
    Object.assign(this.input, { type: 'file', accept: this.getAttribute('accept'), tabIndex: -1 });
    this.input.setAttribute('aria-hidden', 'true');
    this.input.addEventListener('change', () => this.input.files[0] && this.take(this.input.files[0], words));
    this.pick = button('template-file-pick', words.choose, () => this.input.click());
    this.bar = make('progress', 'template-file-bar');
    this.bar.max = 1;
    this.bar.hidden = true;
    this.bar.setAttribute('aria-label', words.uploading);
    this.append(this.input, this.pick, this.bar);
  }

  disconnectedCallback() {
    this.running?.cancel();
  }

  async take(file, words) {
    this.running?.cancel();
    const running = upload(file, this.getAttribute('conversation'), this.getAttribute('as'), (part) => (this.bar.value = part));
    this.running = running;
    this.bar.value = 0;
    this.bar.hidden = false;
    this.input.value = '';
    const { id, refusal, failure } = await running.answer;
    if (this.running !== running) return;
    this.bar.hidden = true;
    this.pick.textContent = id ? words.another : words.choose;
    if (failure !== 'cancelled') this.$server.taken(id ?? '', refusal ?? '');
  }
}

if (!customElements.get('parley-template-file')) customElements.define('parley-template-file', ParleyTemplateFile);

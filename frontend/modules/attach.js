// The entries of the attach menu that only a browser can do: picking files, recording a voice message.
import { canRecord } from './voice-bar.js';

const ACCEPT = { media: 'image/*,video/*,audio/*', document: '' };

class ParleyAttach extends HTMLElement {
  connectedCallback() {
    if (this.picker) return;
    this.picker = document.createElement('input');
    this.picker.type = 'file';
    this.picker.multiple = true;
    this.picker.hidden = true;
    this.picker.addEventListener('change', () => this.picked());
    this.append(this.picker);
    this.addEventListener('click', (event) => this.choose(event.target.closest('button')?.dataset.attach));
    const voice = this.querySelector('[data-attach="voice"]');
    const note = this.querySelector('.attach-note');
    if (voice) voice.hidden = !canRecord();
    if (note) note.hidden = canRecord();
    this.closest('vaadin-popover')?.addEventListener('opened-changed', (event) => {
      if (event.detail.value) setTimeout(() => this.querySelector('button:not([hidden])')?.focus());
    });
  }

  get composer() {
    return document.querySelector('parley-composer');
  }

  choose(what) {
    if (!what) return;
    const popover = this.closest('vaadin-popover');
    if (popover) popover.opened = false;
    if (what === 'voice') this.composer.voice.begin();
    if (!(what in ACCEPT)) return;
    this.as = what === 'document' ? 'document' : 'any';
    this.picker.accept = ACCEPT[what];
    this.picker.click();
  }

  picked() {
    this.composer.tray.add([...this.picker.files], this.as);
    this.picker.value = '';
  }
}

if (!customElements.get('parley-attach')) customElements.define('parley-attach', ParleyAttach);

// A small choice of emoji in a grid that arrow keys walk. The words over the groups come in the attribute "groups".

const GROUPS = [
  '😀 😄 😂 🙂 😉 😊 😍 😘 🤗 🤔 😅 😇 🙃 😋 😎 🥳 😢 😭 😮 😕 🙄 😴 😬 😡',
  '👍 👎 👌 👏 🙌 🙏 🤝 👋 💪 🤞 ✌️ 👇',
  '❤️ 💚 💙 ✨ 🎉 🎁 🎂 🔥 ⭐ ✅ ❌ ⚠️ ❓ ❗ 📍 📷 📞 📦 🚚 🛒 💶 📅 ⏰ 🔔',
  '☕ 🥐 🥖 🍞 🧁 🍰 🍪 🍫 🍎 🥗 🍕 🌹',
].map((line) => line.split(' '));

/** How many stand in a row is the style sheet's choice: fewer where fingers need more room. */
function step(key, group) {
  const columns = getComputedStyle(group).gridTemplateColumns.split(' ').length;
  return { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[key];
}

class ParleyEmoji extends HTMLElement {
  connectedCallback() {
    if (this.firstChild) return;
    const names = this.getAttribute('groups').split('|');
    GROUPS.forEach((emojis, index) => this.append(this.group(names[index], emojis)));
    this.buttons = [...this.querySelectorAll('button')];
    this.buttons[0].tabIndex = 0;
    this.addEventListener('keydown', (event) => this.walk(event));
    this.addEventListener('click', (event) => this.pick(event.target.closest('button')));
    this.closest('vaadin-popover')?.addEventListener('opened-changed', (event) => {
      if (event.detail.value) setTimeout(() => this.querySelector('[tabindex="0"]').focus());
    });
  }

  group(name, emojis) {
    const group = document.createElement('div');
    group.className = 'emoji-group';
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', name);
    for (const emoji of emojis) {
      const button = document.createElement('button');
      button.type = 'button';
      button.tabIndex = -1;
      button.textContent = emoji;
      group.append(button);
    }
    return group;
  }

  walk(event) {
    const at = this.buttons.indexOf(event.target);
    const to = this.buttons[at + step(event.key, event.target.parentElement)];
    if (at < 0 || !to) return;
    event.preventDefault();
    this.buttons[at].tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  }

  /** The composer may not be above us in the document while we are in an overlay, so the owner is told by name. */
  pick(button) {
    if (!button) return;
    const popover = this.closest('vaadin-popover');
    if (popover) popover.opened = false;
    document.querySelector('parley-composer')
      ?.dispatchEvent(new CustomEvent('emoji-pick', { detail: button.textContent }));
  }
}

if (!customElements.get('parley-emoji')) customElements.define('parley-emoji', ParleyEmoji);

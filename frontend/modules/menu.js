/* A menu of plain buttons: arrow keys move among them. */

class ParleyMenu extends HTMLElement {
  connectedCallback() {
    this.onkeydown = (event) => {
      const items = [...this.querySelectorAll("button:not([hidden])")];
      const at = items.indexOf(document.activeElement);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
      if (to !== undefined) {
        event.preventDefault();
        items.at(to % items.length)?.focus();
      }
    };
  }
}

customElements.define("parley-menu", ParleyMenu);

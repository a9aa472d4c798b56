/* The list "Conversations": keeps the reader's place while the server patches rows, asks for more near either end,
   and turns clicks and keys into events. All rows have the same height. */
import { serverNow, serverTimeIs } from "./server-clock.js";
import { startOfDay } from "./row.js";
import { keepFocus, moveFocus } from "./list-focus.js";
import { watchPicking } from "./list-picking.js";

const NEAR_END_ROWS = 12;
const DAY = 24 * 3_600_000;

class ParleyList extends HTMLElement {
  static observedAttributes = ["slice", "answers", "server-time", "more-after"];

  #asked = false;
  #anchors = [];
  #timer;
  #wake = () => this.tick();
  #observer = new MutationObserver((records) => this.#patched(records));

  constructor() {
    super();
    this.addEventListener("scroll", () => this.#settled(), { passive: true });
    this.addEventListener("keydown", (event) => this.#key(event));
    this.addEventListener("click", (event) => this.#click(event));
    watchPicking(this);
    keepFocus(this);
  }

  connectedCallback() {
    this.#observer.observe(this, { childList: true });
    document.addEventListener("visibilitychange", this.#wake);
    this.tick();
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    document.removeEventListener("visibilitychange", this.#wake);
    clearTimeout(this.#timer);
  }

  attributeChangedCallback(name, before, value) {
    if (name === "server-time") {
      serverTimeIs(Number(value));
    } else if (name === "slice") {
      this.#anchors = [];
      this.scrollTop = 0;
    } else {
      this.#asked = name === "answers" ? false : this.#asked;
      queueMicrotask(() => this.#askForMore());
    }
  }

  /** The row that keyboard and focus start from. */
  get current() {
    return this.querySelector("parley-row[tabindex='0']");
  }

  emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  open(row) {
    this.emit("row-open", Number(row.getAttribute("row")));
  }

  /** Rows came, went or moved: the first row in view that did neither stays where it was on the screen. */
  #patched(records) {
    const moved = new Set(records.flatMap((record) => [...record.addedNodes, ...record.removedNodes]));
    const anchor = this.#anchors.find(({ row }) => row.isConnected && !moved.has(row));
    if (anchor) {
      this.scrollTop = anchor.row.offsetTop - anchor.offset;
    }
    this.#settled();
    this.tick();
  }

  /** Remembers what is in view. At the very top nothing is held: what comes in new belongs in view. */
  #settled() {
    const atTop = this.scrollTop < 1 && !this.hasAttribute("more-before");
    this.#anchors = atTop ? [] : this.#inView().map((row) => ({ row, offset: row.offsetTop - this.scrollTop }));
    this.#askForMore();
  }

  #inView() {
    const height = this.#rowHeight();
    const first = Math.max(0, Math.floor(this.scrollTop / height));
    return [...this.children].slice(first, first + Math.ceil(this.clientHeight / height) + 1);
  }

  #rowHeight() {
    return this.firstElementChild?.offsetHeight || 1;
  }

  #askForMore() {
    if (this.#asked || !this.firstElementChild) {
      return;
    }
    const near = NEAR_END_ROWS * this.#rowHeight();
    const before = this.hasAttribute("more-before") && this.scrollTop < near;
    const after = this.hasAttribute("more-after") && this.scrollHeight - this.scrollTop - this.clientHeight < near;
    if (before || after) {
      this.#asked = true;
      this.emit("rows-more", before);
    }
  }

  /** Counts down what the rows say, waking only when one of them reads differently. */
  tick() {
    clearTimeout(this.#timer);
    if (document.hidden) {
      return;
    }
    const now = serverNow();
    const rows = [...this.querySelectorAll("parley-row")];
    rows.forEach((row) => row.render?.());
    const next = Math.min(startOfDay(now) + DAY - now + 1, ...rows.map((row) => row.untilNextChange?.(now) ?? Infinity));
    this.#timer = setTimeout(this.#wake, Math.max(1000, next));
  }

  #click(event) {
    const row = event.target.closest("parley-row");
    if (row && !event.defaultPrevented) {
      this.open(row);
    }
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !event.target.closest("parley-row")) {
      return;
    }
    if (event.key === "Enter") {
      this.open(event.target.closest("parley-row"));
    } else if (!moveFocus(this, event.key)) {
      return;
    }
    event.preventDefault();
  }
}

customElements.define("parley-list", ParleyList);

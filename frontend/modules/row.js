/* One row of the list "Conversations". The server says by attributes what to show; the row says the rest: times in
   the reader's zone, and the time left, which it counts down without the server. */
import { serverNow } from "./server-clock.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const language = document.documentElement.lang || "en";
const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const weekday = new Intl.DateTimeFormat(language, { weekday: "short" });
const date = new Intl.DateTimeFormat(language, { day: "numeric", month: "short" });
const dateOfAnotherYear = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "2-digit" });
const yesterday = capitalised(new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-1, "day"));

class ParleyRow extends HTMLElement {
  static observedAttributes = ["name", "initials", "hue", "preview", "tick", "at", "ends", "typing", "picked", "label", "number", "blocked"];

  #parts;

  connectedCallback() {
    if (!this.hasAttribute("tabindex")) {
      this.tabIndex = -1;
    }
    this.render();
  }

  attributeChangedCallback(name) {
    if (this.#parts && this.isConnected) {
      this.render();
      if (name === "ends") {
        this.closest("parley-list")?.tick();
      }
    }
  }

  /**
   * Writes only what differs, so that nothing flickers and no node is replaced. May come before the row has heard that
   * it is in the page: a list that is put in with its rows hears that first, and has them all drawn.
   */
  render() {
    this.#parts ??= this.#build();
    const { avatar, pick, name, number, time, tick, preview, left } = this.#parts;
    const typing = this.getAttribute("typing");
    text(avatar, this.getAttribute("initials"));
    attribute(avatar, "hue", this.getAttribute("hue"));
    text(name, this.getAttribute("name"));
    text(number, this.getAttribute("number"));
    text(preview, typing ?? this.getAttribute("preview"));
    preview.classList.toggle("typing", typing !== null);
    attribute(tick, "tick", typing === null ? this.getAttribute("tick") : null);
    attribute(pick, "aria-checked", String(this.hasAttribute("picked")));
    attribute(pick, "aria-label", `${this.closest("parley-list")?.getAttribute("word-select") ?? ""} ${this.getAttribute("name")}`);
    const at = Number(this.getAttribute("at"));
    text(time, shortTime(at, serverNow()));
    attribute(time, "datetime", new Date(at).toISOString());
    this.#renderTimeLeft(left);
    attribute(this, "aria-label", this.#spoken(time.textContent, left.textContent));
  }

  /** How long until something here reads differently, in milliseconds. */
  untilNextChange(now) {
    const ends = Number(this.getAttribute("ends"));
    return ends > now ? ((ends - now) % MINUTE) + 1 : Infinity;
  }

  /** The name that is read aloud: what the server says, then what only the reader's clock can. */
  #spoken(time, left) {
    const pattern = this.#over() ? null : this.closest("parley-list")?.getAttribute("word-left");
    return [this.getAttribute("label"), time, left && pattern ? pattern.replace("#", left) : left].filter(Boolean).join(", ");
  }

  #over() {
    return Number(this.getAttribute("ends")) <= serverNow();
  }

  #renderTimeLeft(part) {
    const ends = this.getAttribute("ends");
    const list = this.closest("parley-list");
    part.classList.toggle("blocked", this.hasAttribute("blocked"));
    if (this.hasAttribute("blocked")) {
      part.classList.remove("amber", "red");
      text(part, list?.getAttribute("word-blocked"));
      return;
    }
    const left = ends === null ? null : Number(ends) - serverNow();
    text(part, left === null ? "" : left <= 0 ? list?.getAttribute("word-expired") : hoursAndMinutes(left));
    part.classList.toggle("amber", left > HOUR && left <= 4 * HOUR);
    part.classList.toggle("red", left > 0 && left <= HOUR);
  }

  #build() {
    const avatar = part("span", "avatar", this);
    const pick = part("button", "pick", this);
    const head = part("span", "head", this);
    const name = part("b", "name", head);
    const number = part("span", "of-number", head);
    const time = part("time", "time", this);
    const line = part("span", "line", this);
    const tick = part("i", "tick", line);
    const preview = part("span", "preview", line);
    const end = part("span", "end", this);
    const left = part("span", "left", end);
    part("i", "dot", end);
    avatar.setAttribute("aria-hidden", "true");
    pick.type = "button";
    pick.tabIndex = -1;
    pick.setAttribute("role", "checkbox");
    name.dir = "auto";
    number.dir = "auto";
    preview.dir = "auto";
    return { avatar, pick, name, number, time, tick, preview, left };
  }
}

/** Today the time, then "Yesterday", the weekday for a week, then the date. */
export function shortTime(at, now) {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / (24 * HOUR));
  if (days <= 0) {
    return clock.format(at);
  }
  if (days === 1) {
    return yesterday;
  }
  if (days < 7) {
    return weekday.format(at);
  }
  return (new Date(at).getFullYear() === new Date(now).getFullYear() ? date : dateOfAnotherYear).format(at);
}

export function startOfDay(millis) {
  return new Date(millis).setHours(0, 0, 0, 0);
}

function hoursAndMinutes(millis) {
  const minutes = Math.floor(millis / MINUTE);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

function capitalised(word) {
  return word.charAt(0).toLocaleUpperCase(language) + word.slice(1);
}

function part(tag, className, parent) {
  const element = document.createElement(tag);
  element.className = className;
  return parent.appendChild(element);
}

function text(element, value) {
  if (element.textContent !== (value ?? "")) {
    element.textContent = value ?? "";
  }
}

function attribute(element, name, value) {
  if (value === null) {
    element.removeAttribute(name);
  } else if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}

customElements.define("parley-row", ParleyRow);

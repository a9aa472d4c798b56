// Building elements: text is only ever text here.

export function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** Something of a customer's or an agent's own, whatever its direction of writing. */
export function own(tag, className, text) {
  const element = make(tag, className, text);
  element.dir = 'auto';
  return element;
}

export function button(className, text, onClick) {
  const element = make('button', className, text);
  element.type = 'button';
  element.addEventListener('click', onClick);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A drawing of one line, for those who see. */
export function icon(path, size) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

/** A link to elsewhere, which learns nothing about us. */
export function away(href, className, text) {
  const a = make('a', className, text);
  a.href = href;
  a.target = '_blank';
  a.rel = 'noopener noreferrer';
  return a;
}

/** A file that is saved, not shown. */
export function saved(href, className, ...children) {
  const a = make('a', className, ...children);
  a.href = href;
  a.download = '';
  a.setAttribute('router-ignore', '');
  return a;
}

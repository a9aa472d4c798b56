// The words of the controls in bubbles, which the server says once for all of them.

const known = new WeakMap();

export function wordsFor(element) {
  const pane = element.closest('parley-messages');
  if (!pane?.hasAttribute('words')) return {};
  if (!known.has(pane)) known.set(pane, JSON.parse(pane.getAttribute('words')));
  return known.get(pane);
}

export const put = (sentence, value) => (sentence ?? '').replace('#', () => value);

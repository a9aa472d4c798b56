// What stands around the words of a template. Its buttons are the customer's: here they are only shown.
import { make, own } from './dom.js';

export function templateHeader({ header }) {
  return header ? own('div', 'template-header', header) : null;
}

export function templateEnd({ footer, buttons }) {
  const parts = footer ? [own('div', 'template-footer', footer)] : [];
  if (buttons.length) parts.push(make('ul', 'template-buttons', ...buttons.map(choice)));
  return parts.length ? make('div', 'template-end', ...parts) : null;
}

function choice({ sign, text, hint }) {
  const mark = make('span', 'template-sign', sign);
  mark.setAttribute('aria-hidden', 'true');
  const item = make('li', 'template-button', mark, own('span', '', text));
  if (hint) item.title = hint;
  return item;
}

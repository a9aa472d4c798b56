// What a message has besides words and a file: places, people, orders, forms, advertisements.
import { away, button, make, own } from './dom.js';

const DRAW = { location, person, order, form, line, advert };

export function cardsPart(cards, bubble, words) {
  return make('div', 'bubble-cards', ...cards.filter((card) => DRAW[card.type]).map((card) => DRAW[card.type](card, bubble, words)));
}

/** The map is a drawing: no map service hears of the place before somebody goes there. */
function location({ name, address, coordinates, url }, bubble, words) {
  const card = make('div', 'card-place');
  if (url) {
    const map = away(url, 'card-map', make('span', 'card-pin', '📍'));
    map.setAttribute('aria-label', words['open-map']);
    card.append(map);
  }
  if (name) card.append(own('b', '', name));
  if (address) card.append(own('span', 'card-quiet', address));
  if (coordinates) card.append(make('span', 'card-quiet card-number', coordinates));
  if (url) card.append(away(url, 'card-link', words['open-map']));
  return card;
}

function person({ name, company, phones, lines, vcard }, bubble, words) {
  const head = make('div', 'card-person-head', make('span', 'card-face', '👤'), make('div', '', own('b', '', name)));
  head.firstChild.setAttribute('aria-hidden', 'true');
  if (company && company !== name) head.lastChild.append(own('span', 'card-quiet', company));
  const card = make('div', 'card-box card-person', head);
  for (const phone of phones) card.append(make('span', 'card-number', phone.number));
  for (const line of lines) card.append(own('span', 'card-quiet', line));
  const actions = make('div', 'card-actions', button('card-button', words['save-contact'], () => save(name, vcard)));
  for (const waId of new Set(phones.map((phone) => phone.waId).filter(Boolean))) {
    const chat = button('card-button', words['start-chat'], () => bubble.closest('parley-messages').startChat(waId));
    const number = phones.find((phone) => phone.waId === waId).number;
    chat.title = number;
    chat.setAttribute('aria-label', `${words['start-chat']}: ${name}, ${number}`);
    actions.append(chat);
  }
  actions.firstChild.setAttribute('aria-label', `${words['save-contact']}: ${name}`);
  card.append(actions);
  return card;
}

function save(name, vcard) {
  const a = make('a');
  a.href = URL.createObjectURL(new Blob([vcard], { type: 'text/vcard' }));
  a.download = `${name.replace(/[^\p{L}\p{N} _.-]/gu, '').trim().slice(0, 80) || 'contact'}.vcf`;
  a.setAttribute('router-ignore', '');
  document.body.append(a);
  a.click();
  a.remove();
  setTimeout(() => URL.revokeObjectURL(a.href), 10_000);
}

function order({ title, items, totals }) {
  const card = make('div', 'card-box card-order', make('b', '', `🛒 ${title}`));
  const table = make('div', 'card-table');
  for (const { name, count, total } of items) {
    const what = make('div', '', own('span', 'card-item', name));
    if (count) what.append(make('span', 'card-quiet card-number', count));
    table.append(what, make('span', 'card-number', total ?? ''));
  }
  for (const { name, value } of totals) table.append(make('b', 'card-total', name), make('b', 'card-total card-number', value));
  card.append(table);
  return card;
}

function form({ title, rows }) {
  const list = make('dl', 'card-form');
  for (const { name, value } of rows) {
    if (name) list.append(own('dt', '', name));
    list.append(own('dd', '', value));
  }
  return make('div', 'card-box', ...(title ? [make('b', '', title)] : []), list);
}

function line({ text }) {
  return own('div', 'card-quiet', text);
}

function advert({ title, headline, body, url }, bubble, words) {
  const card = make('div', 'card-box card-advert', make('span', 'card-quiet', title));
  if (headline) card.append(own('b', '', headline));
  if (body) card.append(own('span', 'card-advert-body', body));
  if (url) card.append(away(url, 'card-link', `${words['open-link']} ${new URL(url).host}`));
  return card;
}

// What a line may hold, as WhatsApp shows it: *bold*, _italic_, ~strike~, `code`, and links. Text nodes, never markup.
import { away } from './dom.js';

const mark = (sign, tag, escaped = sign) => ({
  tag,
  find: new RegExp(`(?<![\\p{L}\\p{N}${sign}])${escaped}(?=[^\\s${sign}])([^\\n]*?[^\\s])${escaped}(?![\\p{L}\\p{N}${sign}])`, 'u'),
});

const RULES = [
  { tag: 'code', find: /`([^`\n]+)`/, plain: true },
  // What turns the direction of writing has no place in an address.
  { tag: 'a', find: /\b((?:https?:\/\/|(?<![@.])www\.(?=[^\s.]+\.[^\s.]))[^\s<>"`\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+)/i, plain: true },
  mark('*', 'strong', '\\*'),
  mark('_', 'em'),
  mark('~', 's'),
];

/** Letters that pass for Latin ones, before an ending of Latin ones. */
const LOOKALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}].*\.[a-z]+$/iu;

/** What ends a sentence does not belong to the link, nor a bracket that was opened before it. */
function linkEnd(url) {
  let end = url.replace(/[.,;:!?'*_~…]+$/, '');
  if (end.endsWith(')') && !end.includes('(')) end = end.slice(0, -1);
  return end;
}

function first(text) {
  let best = null;
  for (const rule of RULES) {
    const match = rule.find.exec(text);
    if (match && (!best || match.index < best.match.index)) best = { rule, match };
  }
  return best;
}

/** An address that cannot be read, or that pretends to be another's, is only a text. */
function link(text) {
  const url = readUrl(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return text;
  const a = away(url.href, '', text);
  a.dir = 'ltr';
  a.title = url.host;
  const host = text.replace(/^https?:\/\//i, '').split(/[/?#:]/)[0];
  if (LOOKALIKE.test(host)) a.append(` (${url.host})`);
  return a;
}

function readUrl(text) {
  try {
    return new URL(/^www\./i.test(text) ? `https://${text}` : text);
  } catch {
    return null;
  }
}

export function inlineText(text) {
  const fragment = document.createDocumentFragment();
  let rest = text;
  for (let found = first(rest); found; found = first(rest)) {
    const { rule, match } = found;
    fragment.append(rest.slice(0, match.index));
    if (rule.tag === 'a') {
      const url = linkEnd(match[1]);
      fragment.append(link(url));
      rest = rest.slice(match.index + url.length);
    } else {
      const element = document.createElement(rule.tag);
      element.append(rule.plain ? match[1] : inlineText(match[1]));
      fragment.append(element);
      rest = rest.slice(match.index + match[0].length);
    }
  }
  fragment.append(rest);
  return fragment;
}

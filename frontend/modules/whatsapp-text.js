// What a line may hold, as WhatsApp shows it: *bold*, _italic_, ~strike~, `code`, and links. Text nodes, never markup.
import { away } from './dom.js';

const mark = (sign, tag, escaped = sign) => ({
  tag,
  find: new RegExp(`(?<![\\p{L}\\p{N}${sign}])${escaped}(?=[^\\s${sign}])([^\\n]*?[^\\s])${escaped}(?![\\p{L}\\p{N}${sign}])`, 'gu'),
});

const RULES = [
  { tag: 'code', find: /`([^`\n]+)`/g, plain: true },
  // What turns the direction of writing has no place in an address.
  { tag: 'a', find: /\b((?:https?:\/\/|(?<![@.])www\.(?=[^\s.]+\.[^\s.]))[^\s<>"`\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+)/gi, plain: true },
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

/** Looks for what comes next; a rule is asked anew only once its last find has been passed, or its absence stands. */
class Finds {
  constructor(text) {
    this.text = text;
    this.matches = new Map();
  }

  next(from) {
    let best = null;
    for (const rule of RULES) {
      const match = this.match(rule, from);
      if (match && (!best || match.index < best.match.index)) best = { rule, match };
    }
    return best;
  }

  match(rule, from) {
    const last = this.matches.get(rule);
    if (last === null || (last && last.index >= from)) return last;
    rule.find.lastIndex = from;
    const match = rule.find.exec(this.text);
    this.matches.set(rule, match);
    return match;
  }
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
  const finds = new Finds(text);
  let at = 0;
  for (let found = finds.next(at); found; found = finds.next(at)) {
    const { rule, match } = found;
    fragment.append(text.slice(at, match.index));
    if (rule.tag === 'a') {
      const url = linkEnd(match[1]);
      fragment.append(link(url));
      at = match.index + url.length;
    } else {
      const element = document.createElement(rule.tag);
      element.append(rule.plain ? match[1] : inlineText(match[1]));
      fragment.append(element);
      at = match.index + match[0].length;
    }
  }
  fragment.append(text.slice(at));
  return fragment;
}

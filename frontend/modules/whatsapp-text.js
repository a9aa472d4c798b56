// A text as WhatsApp shows it: *bold*, _italic_, ~strike~, `code`, ```mono```, and links. Only text nodes, never markup.

const mark = (sign, tag, escaped = sign) => ({
  tag,
  find: new RegExp(`(?<![\\p{L}\\p{N}${sign}])${escaped}(?=[^\\s${sign}])([^\\n]*?[^\\s])${escaped}(?![\\p{L}\\p{N}${sign}])`, 'u'),
});

const RULES = [
  { tag: 'pre', find: /\n?```\n?([\s\S]+?)\n?```[ \t]*\n?/, plain: true },
  { tag: 'code', find: /`([^`\n]+)`/, plain: true },
  { tag: 'a', find: /\b((?:https?:\/\/|(?<![@.])www\.(?=[^\s.]+\.[^\s.]))[^\s<>"`]+)/i, plain: true },
  mark('*', 'strong', '\\*'),
  mark('_', 'em'),
  mark('~', 's'),
];

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

function link(url) {
  const a = document.createElement('a');
  a.href = /^www\./i.test(url) ? `https://${url}` : url;
  a.target = '_blank';
  a.rel = 'noopener noreferrer';
  a.append(url);
  return a;
}

export function whatsappText(text) {
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
      element.append(rule.plain ? match[1] : whatsappText(match[1]));
      fragment.append(element);
      rest = rest.slice(match.index + match[0].length);
    }
  }
  fragment.append(rest);
  return fragment;
}

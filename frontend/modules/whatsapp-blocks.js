// A whole text as WhatsApp shows it: ```mono``` blocks, then line by line quotes and lists, and what a line may hold.
import { make } from './dom.js';
import { inlineText } from './whatsapp-text.js';

const MONO = /\n?```\n?([\s\S]+?)\n?```[ \t]*\n?/;

const KINDS = [
  { tag: 'blockquote', find: /^> ?(?=\S)(.*)$/ },
  { tag: 'ul', find: /^[-*] (?=\S)(.*)$/ },
  { tag: 'ol', find: /^(?<number>\d{1,3})\. (?=\S)(.*)$/ },
];

function kindOf(line) {
  for (const { tag, find } of KINDS) {
    const match = find.exec(line);
    if (match) return { tag, text: match.at(-1), number: match.groups?.number };
  }
  return { tag: null, text: line };
}

function block(tag, lines) {
  if (tag === 'blockquote') return make(tag, '', inlineText(lines.map((line) => line.text).join('\n')));
  return make(tag, '', ...lines.map(({ text, number }) => {
    const item = make('li', '', inlineText(text));
    if (number) item.value = Number(number);
    return item;
  }));
}

function byLines(text, into) {
  let group = [];
  const flush = () => {
    if (group.length === 0) return;
    const { tag } = group[0];
    into.append(tag ? block(tag, group) : inlineText(group.map((line) => line.text).join('\n')));
    group = [];
  };
  for (const line of text.split('\n').map(kindOf)) {
    if (group.length > 0 && group[0].tag !== line.tag) flush();
    group.push(line);
  }
  flush();
}

export function whatsappText(text) {
  const fragment = document.createDocumentFragment();
  let rest = text;
  for (let match = MONO.exec(rest); match; match = MONO.exec(rest)) {
    if (match.index > 0) byLines(rest.slice(0, match.index), fragment);
    fragment.append(make('pre', '', match[1]));
    rest = rest.slice(match.index + match[0].length);
  }
  if (rest !== '') byLines(rest, fragment);
  return fragment;
}

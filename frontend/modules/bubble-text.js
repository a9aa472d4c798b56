// The words of a message: formatted, large when they are only emoji, shortened when they are endless.
import { button, own } from './dom.js';
import { whatsappText } from './whatsapp-blocks.js';

const LONG = 1200;
const LINES = 24;
const SHOWN = 900;
const SHOWN_LINES = 16;

const EMOJI = /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3|\p{Extended_Pictographic}\p{Emoji_Modifier})/u;

/** How many emoji a text of nothing but emoji has, up to three; else 0. */
function onlyEmoji(text) {
  const bare = text.replace(/\s/g, '');
  if (bare.length === 0 || bare.length > 60 || !Intl.Segmenter) return 0;
  const letters = [...new Intl.Segmenter().segment(bare)].map((part) => part.segment);
  return letters.length <= 3 && letters.every((letter) => EMOJI.test(letter)) ? letters.length : 0;
}

/** Where to cut: after a whole line or word, never within a character. */
function cut(text) {
  const lines = text.split('\n', SHOWN_LINES).join('\n');
  if (lines.length <= SHOWN) return lines.length;
  const space = Math.max(lines.lastIndexOf(' ', SHOWN), lines.lastIndexOf('\n', SHOWN));
  if (space > SHOWN / 2) return space;
  const code = text.charCodeAt(SHOWN);
  return code >= 0xdc00 && code <= 0xdfff ? SHOWN - 1 : SHOWN;
}

export function textParts(text, say) {
  const emoji = onlyEmoji(text);
  const words = own('span', emoji ? `bubble-words emoji-${emoji}` : 'bubble-words', whatsappText(text));
  if (text.length <= LONG && text.split('\n', LINES + 1).length <= LINES) return { words, more: null };
  let whole = false;
  const more = button('bubble-more', '', () => {
    whole = !whole;
    show();
  });
  const show = () => {
    words.replaceChildren(whatsappText(whole ? text : text.slice(0, cut(text)).trimEnd()), whole ? '' : '…');
    more.textContent = whole ? say['show-less'] : say['show-more'];
    more.setAttribute('aria-expanded', String(whole));
  };
  show();
  return { words, more };
}

// What a message answers: a block above its words, which leads there.
import { button, make, own } from './dom.js';

export function quotePart(quote, bubble, words) {
  if (!quote.id) return make('div', 'bubble-quote missing', make('span', 'quote-text', quote.text));
  const block = button('bubble-quote', '', () => bubble.closest('parley-messages').jump(quote.id));
  block.append(own('span', 'quote-who', quote.who), own('span', 'quote-text', quote.text));
  block.title = words['go-to-quoted'];
  return block;
}

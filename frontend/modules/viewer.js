// A picture in full size, over the page. The browser's own dialog: Escape closes it, the focus returns.
import { button, make, own, saved } from './dom.js';
import { fullTime } from './reader-time.js';

export function openViewer(src, media, bubble, words) {
  const img = make('img', 'viewer-picture');
  img.src = src;
  img.alt = bubble.getAttribute('text') || media.label;
  const close = button('viewer-button', '✕', () => dialog.close());
  close.setAttribute('aria-label', words.close);
  const who = make('div', 'viewer-who', own('b', '', bubble.getAttribute('author') ?? ''), make('span', '', fullTime(bubble.at)));
  const bar = make('div', 'viewer-bar', who, saved(`${src}?download`, 'viewer-button', words.download), close);
  const dialog = make('dialog', 'viewer', bar, make('div', 'viewer-stage', img));
  dialog.setAttribute('aria-label', media.label);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || event.target.className === 'viewer-stage') dialog.close();
  });
  // It belongs to its message: whoever goes back, or may not see the chat any more, is not left with the picture.
  const leave = () => dialog.close();
  const gone = new MutationObserver(() => bubble.isConnected || leave());
  gone.observe(document.body, { childList: true, subtree: true });
  addEventListener('popstate', leave);
  dialog.addEventListener('close', () => {
    gone.disconnect();
    removeEventListener('popstate', leave);
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
}

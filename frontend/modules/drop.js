// Files that are dropped onto the chat, or pasted into the box.
import { make } from './dom.js';

const hasFiles = (transfer) => [...(transfer?.types ?? [])].includes('Files');

export function takeDrops(composer) {
  const chat = composer.closest('.chat');
  const hint = make('div', 'drop-hint', make('span', '', composer.words.drop));
  hint.hidden = true;
  chat.append(hint);
  // While it hovers, each element it passes tells of its coming and going: only the last one going means that it is gone.
  let inside = 0;
  const takes = (event) => hasFiles(event.dataTransfer) && !composer.locked;
  const over = (event) => {
    if (!hasFiles(event.dataTransfer)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = composer.locked ? 'none' : 'copy';
  };
  chat.addEventListener('dragenter', (event) => {
    over(event);
    inside += 1;
    hint.hidden = !takes(event);
  });
  chat.addEventListener('dragover', over);
  chat.addEventListener('dragleave', () => {
    inside = Math.max(0, inside - 1);
    if (inside === 0) hint.hidden = true;
  });
  chat.addEventListener('drop', (event) => {
    inside = 0;
    hint.hidden = true;
    if (!hasFiles(event.dataTransfer)) return;
    event.preventDefault();
    composer.tray.add(event.dataTransfer.files);
  });
  composer.addEventListener('paste', (event) => {
    const { files } = event.clipboardData;
    // What is copied in a word processor comes as a picture of itself, too: its words are meant.
    if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    composer.tray.add(files);
  }, true);
}

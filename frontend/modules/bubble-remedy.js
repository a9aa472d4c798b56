// What an agent can do about a message that was not sent: one button, below the reason.
import { make } from './dom.js';

/** @param remedy `{ act, label }`; the act is the server's word for it */
export function remedyPart(remedy, bubble) {
  const button = make('button', 'card-button bubble-remedy', remedy.label);
  button.type = 'button';
  button.addEventListener('click', () => {
    button.disabled = true;
    bubble.closest('parley-messages').remedy(bubble.getAttribute('message-id'), remedy.act);
  });
  return button;
}

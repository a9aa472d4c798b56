// Says new messages aloud, to those who listen to the page rather than look at it.

const LONG_ENOUGH = 5000;
const LONGEST = 500;

/** @param added what has come; only what came at the end, and waits to be seen, is news */
export function announce(place, customer, added, last) {
  if (!added.includes(last)) return;
  for (const bubble of added) {
    if (bubble.localName !== 'parley-bubble' || !bubble.hasAttribute('unseen')) continue;
    const line = document.createElement('p');
    line.textContent = [customer, bubble.spoken].filter(Boolean).join(', ').slice(0, LONGEST);
    place.append(line);
    setTimeout(() => line.remove(), LONG_ENOUGH);
  }
}

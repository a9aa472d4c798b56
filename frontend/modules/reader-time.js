// Times as the reader's own clock and calendar have them.

const language = () => document.documentElement.lang || undefined;
const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());

export function clockTime(millis) {
  return new Intl.DateTimeFormat(language(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(millis);
}

export function fullTime(millis) {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'full', timeStyle: 'short' }).format(millis);
}

/** A text that is the same for all times of one day of the reader's. */
export function dayOf(millis) {
  return midnight(new Date(millis)).getTime();
}

export function dayName(day, words) {
  const days = Math.round((dayOf(Date.now()) - day) / 86_400_000);
  if (days === 0) return words.today;
  if (days === 1) return words.yesterday;
  const form = { weekday: 'long', day: 'numeric', month: 'long' };
  if (new Date(day).getFullYear() !== new Date().getFullYear()) form.year = 'numeric';
  return new Intl.DateTimeFormat(language(), form).format(day);
}

/** Each bubble with which a day begins bears its name. */
export function nameDays(bubbles, today, yesterday) {
  let last = null;
  for (const bubble of bubbles) {
    const day = dayOf(bubble.at);
    bubble.day = day === last ? '' : dayName(day, { today, yesterday });
    last = day;
  }
}

export function millisToMidnight() {
  const tomorrow = midnight(new Date());
  tomorrow.setDate(tomorrow.getDate() + 1);
  return tomorrow - Date.now();
}

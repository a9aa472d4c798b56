// What WhatsApp takes, looked at before anything is uploaded. The limits and the words are the server's.

const ENDINGS = { jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', mp4: 'video/mp4', '3gp': 'video/3gpp',
  aac: 'audio/aac', amr: 'audio/amr', mp3: 'audio/mpeg', m4a: 'audio/mp4', ogg: 'audio/ogg', opus: 'audio/ogg' };

function typeOf(file) {
  return file.type || ENDINGS[file.name.split('.').at(-1).toLowerCase()] || '';
}

/** @return why it cannot be sent so, by the server's names for that; null when nothing speaks against it */
export function refusalOf(file, as, limits) {
  if (file.size === 0) return 'EMPTY';
  if (file.size > limits.DOCUMENT.largest) return 'TOO_LARGE';
  if (as === 'document') return null;
  const type = typeOf(file);
  const kind = Object.keys(limits).find((name) => limits[name].types.includes(type));
  return kind && file.size > limits[kind].largest ? `${kind}_TOO_LARGE` : null;
}

/** What is too large for a photo, film or sound may still go as a document. */
export function maybeDocument(refusal, file, limits) {
  return ['IMAGE_TOO_LARGE', 'VIDEO_TOO_LARGE', 'AUDIO_TOO_LARGE'].includes(refusal)
    && file.size <= limits.DOCUMENT.largest;
}

/** What the agent may have expected it to be: image, video or audio; else ''. */
export function looksLike(file) {
  return /^(image|video|audio)\//.exec(typeOf(file))?.[1] ?? '';
}

/** As the server writes sizes (FileWords). */
export function sizeInWords(bytes, words) {
  const put = (sentence, number) => sentence.replace('#', number.toLocaleString(document.documentElement.lang || undefined, { maximumFractionDigits: 1 }));
  if (bytes < 1_000) return put(words.bytes, bytes);
  if (bytes < 1_000_000) return put(words.kilobytes, Math.round(bytes / 1_000));
  return put(words.megabytes, bytes / 1_000_000);
}

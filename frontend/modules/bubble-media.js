// The file of a message: a picture, a film, a sound, or something to download; or why it is not here.
import { audioPart } from './bubble-audio.js';
import { button, make, own, saved } from './dom.js';
import { openViewer } from './viewer.js';
import { put } from './words.js';

/** Pixels. What has no size of its own stands in a box of four to three. */
const WIDE = 268;
const TALL = 320;
const STICKER = 160;

export function mediaPart(media, bubble, words) {
  const at = `media/${bubble.getAttribute('message-id')}`;
  const part = make('div', `bubble-media media-${media.as}`);
  if (media.state === 'kept') part.append(shown(media, at, bubble, words));
  else part.append(...missing(media, bubble, words));
  return part;
}

function shown(media, at, bubble, words) {
  const instead = () => file(media, at, words);
  switch (media.as) {
    case 'image': case 'gif': return picture(media, at, bubble, words);
    case 'sticker': return still(media, at, STICKER, STICKER, 'media-still');
    case 'video': return film(media, at, instead);
    case 'audio': case 'voice': return audioPart(at, media.label, words, instead);
    default: return file(media, at, words);
  }
}

/** The size of the box before the picture is there; what is very flat or tall is cut to it. */
function boxOf({ width, height }) {
  const ratio = Math.min(2.4, Math.max(0.7, width && height ? width / height : 4 / 3));
  const tall = Math.min(TALL, Math.round(WIDE / ratio));
  return [ratio < 1 ? Math.round(tall * ratio) : WIDE, tall];
}

function still(media, src, width, height, className) {
  const img = make('img', className);
  img.width = width;
  img.height = height;
  img.alt = media.label;
  img.decoding = 'async';
  img.src = src;
  img.addEventListener('error', () => img.classList.add('broken'));
  return img;
}

function picture(media, at, bubble, words) {
  const [width, height] = boxOf(media);
  const small = media.thumbnail && media.as === 'image';
  const open = button('media-open', '', () => openViewer(at, media, bubble, words));
  open.append(still(media, small ? `${at}/thumbnail` : at, width, height, 'media-box'));
  open.setAttribute('aria-label', put(words['open-picture'], media.label));
  return open;
}

function film(media, at, instead) {
  const [width, height] = boxOf(media);
  const video = make('video', 'media-box');
  video.controls = true;
  video.playsInline = true;
  video.preload = 'metadata';
  video.width = width;
  video.height = height;
  video.setAttribute('aria-label', media.label);
  video.addEventListener('error', () => video.replaceWith(instead()));
  video.src = at;
  return video;
}

function badge(media) {
  const type = make('span', 'file-badge', media.badge);
  type.dataset.type = media.badge.toLowerCase();
  type.setAttribute('aria-hidden', 'true');
  return type;
}

function file(media, at, words) {
  const link = saved(`${at}?download`, 'bubble-file', badge(media),
    make('span', 'file-about', own('b', '', media.name), make('small', '', media.size ?? '')));
  link.setAttribute('aria-label', [words.download, media.name, media.size].filter(Boolean).join(', '));
  return link;
}

/** As large as what is to come, so that nothing jumps when it does. */
function missing(media, bubble, words) {
  const note = make('span', 'media-note', media.note);
  const again = media.tryAgain ? [button('card-button', words['try-again'], (event) => {
    event.target.disabled = true;
    bubble.closest('parley-messages').tryAgain(bubble.getAttribute('message-id'));
  })] : [];
  if (!media.tryAgain && ['audio', 'voice'].includes(media.as)) {
    return [make('div', 'bubble-audio waiting', make('span', 'audio-play idle'), note)];
  }
  if (['document', 'audio', 'voice'].includes(media.as)) {
    const row = make('div', 'bubble-file missing', media.as === 'document' ? badge(media) : make('span', 'audio-play idle'),
      make('span', 'file-about', own('b', '', media.name), note));
    return [row, ...again];
  }
  const [width, height] = media.as === 'sticker' ? [STICKER, STICKER] : boxOf(media);
  const box = make('div', `media-missing ${media.state}`, make('span', '', media.label), note, ...again);
  box.style.setProperty('--box-width', `${width}px`);
  box.style.setProperty('--box-height', `${height}px`);
  return [box];
}

// A player for sounds: one at a time, over the whole page.
import { button, icon, make } from './dom.js';
import { put } from './words.js';

const PLAY = 'M5 3.2v9.6L13 8z';
const PAUSE = 'M4 3h3v10H4zM9 3h3v10H9z';
const SPEEDS = [1, 1.5, 2];

let playing = null;

function clock(seconds) {
  const whole = Number.isFinite(seconds) ? Math.floor(seconds) : 0;
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** What leaves the page must not go on sounding. */
export function hush(part) {
  for (const sound of part.querySelectorAll('audio, video')) sound.pause();
}

export function audioPart(src, label, words, instead) {
  const sound = make('audio');
  sound.preload = 'metadata';
  const toggle = button('audio-play', '', () => (sound.paused ? sound.play().catch(() => {}) : sound.pause()));
  const slider = make('input', 'audio-wave');
  const left = make('span', 'audio-time', '0:00');
  const speed = button('audio-speed', '1×', () => faster());
  const part = make('div', 'bubble-audio', sound, toggle, slider, left, speed);
  part.setAttribute('role', 'group');
  part.setAttribute('aria-label', label);
  slider.type = 'range';
  slider.min = 0;
  slider.max = 1000;
  slider.step = 10;
  slider.value = 0;
  slider.setAttribute('aria-label', words.position);
  speed.hidden = true;

  const length = () => (Number.isFinite(sound.duration) ? sound.duration : 0);
  const show = () => {
    const share = length() ? sound.currentTime / length() : 0;
    slider.value = Math.round(share * 1000);
    slider.style.setProperty('--played', `${share * 100}%`);
    slider.setAttribute('aria-valuetext', `${clock(sound.currentTime)} / ${clock(length())}`);
    left.textContent = sound.paused && sound.currentTime === 0 ? clock(length()) : clock(sound.currentTime);
  };
  const face = () => {
    toggle.replaceChildren(icon(sound.paused ? PLAY : PAUSE, 16));
    toggle.setAttribute('aria-label', sound.paused ? words.play : words.pause);
  };
  const faster = () => {
    sound.playbackRate = SPEEDS[(SPEEDS.indexOf(sound.playbackRate) + 1) % SPEEDS.length];
    speed.textContent = `${sound.playbackRate}×`;
    speed.setAttribute('aria-label', put(words.speed, `${sound.playbackRate}×`));
  };
  slider.addEventListener('input', () => {
    sound.currentTime = (slider.value / 1000) * length();
    show();
  });
  sound.addEventListener('play', () => {
    if (playing && playing !== sound) playing.pause();
    playing = sound;
    speed.hidden = false;
    face();
    follow();
  });
  sound.addEventListener('pause', face);
  sound.addEventListener('ended', () => {
    sound.currentTime = 0;
    show();
  });
  for (const event of ['loadedmetadata', 'durationchange', 'timeupdate']) sound.addEventListener(event, show);
  sound.addEventListener('error', () => part.replaceWith(instead()));
  const follow = () => {
    show();
    if (!sound.paused) requestAnimationFrame(follow);
  };
  speed.setAttribute('aria-label', put(words.speed, '1×'));
  face();
  show();
  sound.src = src;
  return part;
}

// How far a message of ours has come, as a drawing.

const CLOCK = 'M9 1.5a4.5 4.5 0 1 0 .01 0M9 3.5V6l1.8 1.2';
const ONE = 'M4 6.2l3 3L13.5 2';
const TWO = 'M1 6.2l3 3L10.5 2M7.6 7.9l1.3 1.3L15.4 2';
const PATHS = {
  queued: CLOCK,
  accepted: CLOCK,
  unknown: 'M6.8 3.6a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.6M9 9.6v.2',
  sent: ONE,
  delivered: TWO,
  read: TWO,
  played: TWO,
  failed: 'M9 1.5v5.2M9 9.4v.3',
};

export const tickPath = (state) => PATHS[state] ?? '';

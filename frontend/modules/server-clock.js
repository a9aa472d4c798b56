/* The server's time, whatever this machine's clock says. */

let ahead = 0;

/** @param millis what the server's clock showed a moment ago */
export function serverTimeIs(millis) {
  ahead = millis - Date.now();
}

export function serverNow() {
  return Date.now() + ahead;
}

// Says that the connection is lost once it has been for five seconds, and takes that back by itself.
const GRACE_MILLIS = 5000;
const CONNECTED = 'connected';
const LOADING = 'loading';

let timer;

function show(lost) {
  document.documentElement.toggleAttribute('data-offline', lost);
  for (const banner of document.querySelectorAll('.offline[data-text]')) {
    // Written only now, so that a screen reader announces it.
    banner.textContent = lost ? banner.dataset.text : '';
  }
}

function changed(state) {
  if (state === CONNECTED) {
    clearTimeout(timer);
    timer = undefined;
    show(false);
  } else if (state !== LOADING && timer === undefined) {
    timer = setTimeout(() => show(true), GRACE_MILLIS);
  }
}

const connection = window.Vaadin?.connectionState;
if (connection) {
  connection.addStateChangeListener((previous, current) => changed(current));
  changed(connection.state);
}

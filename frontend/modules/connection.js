// Says that the connection is lost once it has been for five seconds, and takes that back by itself.
// There are two lines to the server: requests, whose state Flow's client keeps, and the push connection's socket,
// which its library tells about. The page is cut off when either is.
const GRACE_MILLIS = 5000;
const LOOK_AGAIN_MILLIS = 250;
const ASK_AGAIN_MILLIS = 1000;
const ANSWER_WITHIN_MILLIS = 5000;

const cut = { requests: false, push: false };
let timer;
let asking = false;

function show(lost) {
  document.documentElement.toggleAttribute('data-offline', lost);
  for (const banner of document.querySelectorAll('.offline[data-text]')) {
    // Written only now, so that a screen reader announces it.
    banner.textContent = lost ? banner.dataset.text : '';
  }
}

function heard(line, lost) {
  cut[line] = lost;
  if (!cut.requests && !cut.push) {
    clearTimeout(timer);
    timer = undefined;
    show(false);
  } else if (timer === undefined) {
    timer = setTimeout(() => show(true), GRACE_MILLIS);
  }
  if (cut.requests) ask();
}

// Flow's client takes its loss back only with the next answer to a request of its own, for which the page may wait
// long: what it could not send it may have got rid of by now, and what comes by push is no answer to it.
async function ask() {
  if (asking) return;
  asking = true;
  while (cut.requests) {
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MILLIS));
    // Told to Flow, so that it can say when they are lost the next time.
    if (cut.requests && (await answers())) window.Vaadin.connectionState.state = 'connected';
  }
  asking = false;
}

async function answers() {
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MILLIS);
    return (await fetch('favicon.svg', { method: 'HEAD', cache: 'no-store', signal })).ok;
  } catch {
    return false;
  }
}

function requestsAre(state) {
  // While one is under way it is not known yet.
  if (state !== 'loading') {
    heard('requests', state !== 'connected');
  }
}

function followRequests() {
  const connection = window.Vaadin?.connectionState;
  if (!connection) {
    setTimeout(followRequests, LOOK_AGAIN_MILLIS);
    return;
  }
  connection.addStateChangeListener((previous, current) => requestsAre(current));
  requestsAre(connection.state);
}

// The library is a script of its own, which may arrive after this one.
function followPush() {
  const push = window.vaadinPush?.atmosphere;
  if (!push) {
    setTimeout(followPush, LOOK_AGAIN_MILLIS);
    return;
  }
  push.addCallback((response) => {
    if (response.state === 'closed' || response.state === 'error') {
      heard('push', true);
    } else if (['opening', 're-opening', 'messageReceived'].includes(response.state)) {
      heard('push', false);
    }
  });
}

followRequests();
followPush();

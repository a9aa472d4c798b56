// What can wait is not called while the line is down: calls that pile up would hold up its return.

export function reachable() {
  return !document.documentElement.hasAttribute('data-offline');
}

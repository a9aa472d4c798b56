// Takes one file to our server as it is, telling how far it has come. The server looks at it again, whatever we found.

/**
 * @param as any, document or voice
 * @param progress told the part that is there, from 0 to 1
 * @return `{ answer, cancel }`; the answer is `{ id, kind }`, `{ refusal }` or `{ failure }`, and never throws
 */
export function upload(file, conversation, as, progress) {
  const request = new XMLHttpRequest();
  const answer = new Promise((resolve) => {
    request.onload = () => resolve(read(request));
    request.onerror = () => resolve({ failure: 'lost' });
    request.onabort = () => resolve({ failure: 'cancelled' });
  });
  request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
  request.open('POST', `media/uploads?${new URLSearchParams({ conversation, as, name: file.name })}`);
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
  if (meta('_csrf')) request.setRequestHeader(meta('_csrf_header') ?? 'X-CSRF-TOKEN', meta('_csrf'));
  request.send(file);
  return { answer, cancel: () => request.abort() };
}

function read(request) {
  const json = request.getResponseHeader('Content-Type')?.includes('json');
  if (json && [200, 422].includes(request.status)) return JSON.parse(request.responseText);
  if (request.status === 404) return { failure: 'not-found' };
  // Whoever is no longer logged in is led to the login page.
  if (request.status === 403 || request.responseURL.includes('/login')) return { failure: 'signed-out' };
  return { failure: 'lost' };
}

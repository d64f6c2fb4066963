/** A refusal of the server in words for a person. */
export class ApiError extends Error {}

const LOST = 'Không nối được với máy chủ. Kiểm tra chương trình còn chạy không, rồi thử lại.';

async function call(method, path, body, headers = {}) {
  let response;
  try {
    response = await fetch(`api/${path}`, { method, headers, body });
  } catch {
    throw new ApiError(LOST);
  }
  const answer = await response.json().catch(() => null);
  if (response.ok) return answer;
  throw new ApiError(typeof answer?.error === 'string' ? answer.error : LOST);
}

const json = (method, path, body) =>
  call(method, path, JSON.stringify(body), { 'content-type': 'application/json' });

export const getState = () => call('GET', 'state');
export const getResident = (id) => call('GET', `residents/${encodeURIComponent(id)}`);
export const addResident = () => json('POST', 'residents', {});

const line = (app, residentId) => `${app}/${encodeURIComponent(residentId)}`;

export const open = (app, residentId, how) => json('POST', `${line(app, residentId)}/open`, { how });
export const sendText = (app, residentId, text) => json('POST', `${line(app, residentId)}/text`, { text });
export const tap = (app, residentId, messageId, index) =>
  json('POST', `${line(app, residentId)}/tap`, { messageId, index });
export const tapMenu = (app, residentId, index) => json('POST', `${line(app, residentId)}/menu`, { index });
export const look = (app, residentId) => json('POST', `${line(app, residentId)}/look`, {});
export const writeAsStaff = (app, residentId, text) =>
  json('POST', `${line(app, residentId)}/staff`, { text });
export const sendLocation = (app, residentId, place) =>
  json('POST', `${line(app, residentId)}/location`, place);
export const sendContact = (app, residentId, contact) =>
  json('POST', `${line(app, residentId)}/contact`, contact);
export const sendSticker = (app, residentId, sticker) =>
  json('POST', `${line(app, residentId)}/sticker`, { sticker });

export function sendFile(app, residentId, file) {
  const query = new URLSearchParams({ name: file.name || 'tep', type: file.type });
  return call('POST', `${line(app, residentId)}/file?${query}`, file, {
    'content-type': 'application/octet-stream',
  });
}

export const getFaults = () => call('GET', 'faults');
export const setFault = (app, name, value) => json('PATCH', `faults/${app}`, { [name]: value });
export const clearFaults = () => json('DELETE', 'faults', {});
export const expireToken = (app) => json('POST', `token/${app}/expire`, {});
export const revokeConsent = (app) => json('POST', `token/${app}/revoke`, {});
export const moveClock = (hours) => json('POST', 'clock', { hours });
export const resetClock = () => json('DELETE', 'clock', {});

export const getWire = () => call('GET', 'wire');
export const clearWire = () => json('DELETE', 'wire', {});

const key = 'tagloom-tab';

function newTabId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The id of this tab: it survives a reload. Where nothing can be stored, it is another one every time. */
export function tabId(): string {
  try {
    const known = sessionStorage.getItem(key);
    return known ?? renewTabId();
  } catch {
    return newTabId();
  }
}

/** A duplicated tab copies its storage: it then needs an id of its own. */
export function renewTabId(): string {
  const id = newTabId();
  try {
    sessionStorage.setItem(key, id);
  } catch {
    // Without storage the id lives as long as the page.
  }
  return id;
}

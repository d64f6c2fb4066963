/**
 * Builds an element. Words go in as text nodes only: nothing that anybody wrote is ever parsed as HTML.
 * Properties: `class`, `on` (listeners), `qa` (data-qa), `data`, and attributes; null and false leave one out.
 */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'class') node.className = value;
    else if (name === 'qa') node.dataset.qa = value;
    else if (name === 'data') Object.assign(node.dataset, value);
    else if (name === 'on')
      for (const [type, listener] of Object.entries(value)) node.addEventListener(type, listener);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return node;
}

const SVG = 'http://www.w3.org/2000/svg';

export function icon(name, className = 'icon') {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `icons.svg#${name}`);
  svg.append(use);
  return svg;
}

export function iconButton(name, label, properties = {}) {
  return el('button', { type: 'button', 'aria-label': label, title: label, ...properties }, icon(name));
}

const ADDRESS = /https?:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)\]]/gu;

/** Text with its web addresses as links. */
export function linked(text) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    parts.push(text.slice(from, match.index), outLink(match[0], match[0]));
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return parts.filter((part) => part !== '');
}

/** What a loopback address or this server gives is fetched from this page's own origin, whatever name it goes by. */
export function localPath(url) {
  if (!URL.canParse(url, location.href)) return null;
  const { protocol, host, hostname, pathname, search } = new URL(url, location.href);
  if (!/^https?:$/u.test(protocol)) return null;
  const here = host === location.host || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  return here ? pathname + search : null;
}

/** A link that leaves the page; an address that is not http(s) stays plain text. */
export function outLink(url, label, properties = {}) {
  if (!/^(?:https?:\/\/|\/)/u.test(url)) return el('span', {}, ...[label].flat());
  return el('a', { href: url, target: '_blank', rel: 'noopener noreferrer', ...properties }, label);
}

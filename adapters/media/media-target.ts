/** A place to fetch from, after the rules; `plain`: an origin that the configuration names, as the sandbox's. */
export interface MediaTarget {
  readonly url: URL;
  readonly plain: boolean;
}

export interface MediaRules {
  /** Suffixes of host names: "zdn.vn" stands for itself and everything under it. */
  readonly hosts: readonly string[];
  /** Origins of this machine that may be fetched as they are, without TLS. */
  readonly plainHttpOrigins: readonly string[];
  /** Loopback names that the configuration lists itself: fetched as they are, on any port. */
  readonly loopbackHosts?: readonly string[];
}

/** The address as it may be fetched, or null. Plain http is upgraded: both platforms' hosts speak TLS. */
export function mediaTarget(address: string, rules: MediaRules): MediaTarget | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return null;
  const isLoopback = rules.loopbackHosts?.includes(url.hostname) ?? false;
  if (rules.plainHttpOrigins.includes(url.origin) || isLoopback) return { url, plain: true };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const isPlain = url.protocol === 'http:';
  if (url.port !== '' || !isListed(url.hostname, rules.hosts)) return null;
  if (isPlain) url.protocol = 'https:';
  return { url, plain: false };
}

function isListed(host: string, suffixes: readonly string[]): boolean {
  const name = host.toLowerCase().replace(/\.$/u, '');
  return suffixes.some((suffix) => {
    const bare = suffix.toLowerCase().replace(/^\./u, '');
    return bare !== '' && (name === bare || name.endsWith(`.${bare}`));
  });
}

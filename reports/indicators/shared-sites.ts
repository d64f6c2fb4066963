/** Sites on which anybody may have a page: the site itself is no trace of an offender, only the page is. */
const SHARED_SITES =
  /(?:^|\.)(?:facebook\.com|fb\.com|fb\.me|m\.me|messenger\.com|zalo\.me|zaloapp\.com|t\.me|telegram\.me|tiktok\.com|instagram\.com|youtube\.com|youtu\.be|x\.com|twitter\.com|wa\.me|whatsapp\.com|google\.com|goo\.gl|forms\.gle|docs\.google\.com|drive\.google\.com|play\.google\.com|apple\.com|github\.io|github\.com|vercel\.app|netlify\.app|web\.app|firebaseapp\.com|pages\.dev|workers\.dev|blogspot\.com|wordpress\.com|wixsite\.com|weebly\.com|bit\.ly|tinyurl\.com|cutt\.ly|shorturl\.at|s\.id|linktr\.ee|shopee\.vn|lazada\.vn|tiki\.vn|sendo\.vn|chotot\.com|gov\.vn|dropbox\.com|mediafire\.com)$/;

/** Sites of which each customer has a host of their own: `abc.vercel.app` is a trace, `vercel.app` is none. */
const HOSTING =
  /\.(?:github\.io|vercel\.app|netlify\.app|web\.app|firebaseapp\.com|pages\.dev|workers\.dev|blogspot\.com|wordpress\.com|wixsite\.com|weebly\.com)$/;

export function isSharedSite(host: string): boolean {
  return SHARED_SITES.test(host) && !HOSTING.test(host);
}

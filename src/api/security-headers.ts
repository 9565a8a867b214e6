const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
}

/** Data needs nothing of a browser. */
const DATA = "default-src 'none'; frame-ancestors 'none'"

/** GraphiQL is one page with its script, styles and fonts inside and workers made from blobs; it may speak to us alone. */
const PAGE = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  'font-src data:',
  'worker-src blob:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Headers that narrow what a browser may do with an answer. */
export function securityHeaders(contentType: string): Record<string, string> {
  return { ...EVERYWHERE, 'content-security-policy': contentType.startsWith('text/html') ? PAGE : DATA }
}

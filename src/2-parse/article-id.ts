import crypto from 'node:crypto'

/** Query parameters that say how a reader came, not what is read. */
const TRACKING =
  /^(?:utm_.*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|cmpid|ocid|smid|smtyp|partner|ncid|ref_src|spm|_ga|__twitter_impression)$/i

/** An http or https address as the source wrote it, or undefined where it is none. */
export function validUrl(value: string): string | undefined {
  const address = value.trim()
  if (!/^https?:\/\/[^\s/]/i.test(address) || address.length > 8000) return undefined
  return URL.canParse(address) ? address.replace(/\s/g, '%20') : undefined
}

/**
 * The form of an address that tells articles apart: https for http, host in lower case without "www.", no default port,
 * user or fragment, no tracking parameters, the other parameters sorted, no slash at the end. A bare host names a site
 * and not an article, so it gives undefined.
 */
export function canonicalUrl(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  const query = [...url.searchParams].filter(([name]) => !TRACKING.test(name))
  query.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0))
  const path = url.pathname.replace(/\/+$/, '')
  if (path === '' && query.length === 0) return undefined
  const search = query.length > 0 ? `?${new URLSearchParams(query)}` : ''
  return `https://${url.host.replace(/^www\./, '')}${path}${search}`
}

/** The first 16 hex digits of SHA-256 of the canonical address, else of the text, both as UTF-8. */
export function articleId(url: string | undefined, text: string): string {
  const key = (url && canonicalUrl(url)) ?? text
  return sha256(key).slice(0, 16)
}

// In one go where this Node can (20.12 and later), since setting a hash up takes longer than a short key.
const sha256: (text: string) => string = crypto.hash
  ? (text) => crypto.hash('sha256', text, 'hex')
  : (text) => crypto.createHash('sha256').update(text).digest('hex')

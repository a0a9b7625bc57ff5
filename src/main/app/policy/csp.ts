/** The content security policy of the window: everything from ourselves, styles also with a nonce that is never used twice. */
import { randomBytes } from 'node:crypto';

/** What the built page carries in place of the nonce. */
export const NONCE_MARK = '__CSP_NONCE__';

/** 18 random bytes in base64, for one page. */
export const freshNonce = (): string => randomBytes(18).toString('base64');

/** The header for one page whose styles carry `nonce`; allows nothing of another origin. */
export function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

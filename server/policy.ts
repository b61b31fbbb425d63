/** Header in which proxy.ts names the address that was asked for, without its language. */
export const pathHeader = "x-pomost-path";

/**
 * The content security policy of one page.
 * @param nonce base64, new for each request; Next puts it on its own scripts
 * @param isDevelopment React's development build evaluates strings
 * @param formTargets origins that a form's answer may lead to, besides the portal's own
 */
export function contentSecurityPolicy(nonce: string, isDevelopment: boolean, formTargets: readonly string[] = []): string {
  const evaluation = isDevelopment ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    `form-action ${["'self'", ...formTargets].join(" ")}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join("; ");
}

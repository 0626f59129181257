/** Nothing in it can end the element it stands in, or start another (XSS-04). */
export function jsonLd(data: Record<string, unknown>): string {
  const text = JSON.stringify({ "@context": "https://schema.org", ...data });
  return text.replaceAll(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

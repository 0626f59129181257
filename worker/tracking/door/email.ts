const shape = /^[^\s@]{1,64}@[^\s@]{1,255}\.[^\s@]{2,}$/;

/** As a lead's address is compared; null for what is none. */
export function normalizedEmail(text: string): string | null {
  const email = text.trim().toLowerCase();
  return shape.test(email) ? email : null;
}

/** Standard Webhooks: `v1,` and the HMAC of `id.timestamp.body`, one for each secret that is valid right now. */
export async function signatureHeaders(
  message: { id: string; at: number; body: string },
  secrets: string[],
): Promise<Record<string, string>> {
  const timestamp = String(Math.floor(message.at / 1000));
  const signed = new TextEncoder().encode(`${message.id}.${timestamp}.${message.body}`);
  const signatures = await Promise.all(secrets.map(async (secret) => `v1,${await sign(secret, signed)}`));
  return {
    "webhook-id": message.id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signatures.join(" "),
  };
}

async function sign(secret: string, signed: BufferSource): Promise<string> {
  const bytes = Uint8Array.from(atob(secret.replace(/^whsec_/, "")), (character) => character.charCodeAt(0));
  const key = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const signature = await crypto.subtle.sign("HMAC", key, signed);
  return btoa(String.fromCharCode(...new Uint8Array(signature)));
}

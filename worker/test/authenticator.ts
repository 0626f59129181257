type Creation = { challenge: string; rp: { id?: string } };
type Request = { challenge: string; rpId?: string };

/** A security key in software: it makes one ES256 key and signs with it, as WebAuthn prescribes. */
export async function createAuthenticator({ origin = "http://localhost", unlocks = true } = {}) {
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  // safe: an asymmetric algorithm gives a pair
  const keys = (await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"])) as CryptoKeyPair;
  const credentialId = crypto.getRandomValues(new Uint8Array(16));
  /** The flag that says that its owner was asked for a finger or a PIN. */
  const verified = unlocks ? 0x04 : 0;
  let counter = 0;

  function clientData(type: string, challenge: string): Uint8Array {
    return utf8(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  return {
    async register({ challenge, rp }: Creation) {
      const key = await coseKey(keys.publicKey);
      const credential = join(new Uint8Array(16), uint16(credentialId.length), credentialId, key);
      const authData = join(
        await sha256(utf8(rp.id ?? "")),
        Uint8Array.of(0x41 | verified),
        uint32(counter),
        credential,
      );
      const attestation = join(
        Uint8Array.of(0xa3),
        cborText("fmt"),
        cborText("none"),
        cborText("attStmt"),
        Uint8Array.of(0xa0),
        cborText("authData"),
        cborBytes(authData),
      );
      return credentialOf({
        clientDataJSON: base64url(clientData("webauthn.create", challenge)),
        attestationObject: base64url(attestation),
        transports: ["internal"],
      });
    },

    async sign({ challenge, rpId = "localhost" }: Request) {
      const authData = join(await sha256(utf8(rpId)), Uint8Array.of(0x01 | verified), uint32(++counter));
      const data = clientData("webauthn.get", challenge);
      const signed = join(authData, await sha256(data));
      const raw = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, keys.privateKey, signed);
      return credentialOf({
        clientDataJSON: base64url(data),
        authenticatorData: base64url(authData),
        signature: base64url(derSignature(new Uint8Array(raw))),
      });
    },
  };

  function credentialOf(response: object) {
    const id = base64url(credentialId);
    return { id, rawId: id, type: "public-key", response, clientExtensionResults: {} };
  }
}

/** The public key as COSE: kty EC2, alg ES256, curve P-256, x and y. */
async function coseKey(key: CryptoKey): Promise<Uint8Array> {
  // safe: the raw format is bytes
  const raw = new Uint8Array((await crypto.subtle.exportKey("raw", key)) as ArrayBuffer);
  const head = Uint8Array.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01);
  return join(
    head,
    Uint8Array.of(0x21),
    cborBytes(raw.slice(1, 33)),
    Uint8Array.of(0x22),
    cborBytes(raw.slice(33)),
  );
}

function cborText(text: string): Uint8Array {
  return join(Uint8Array.of(0x60 + text.length), utf8(text));
}

function cborBytes(bytes: Uint8Array): Uint8Array {
  return join(Uint8Array.of(0x58, bytes.length), bytes);
}

/** Two integers, as ASN.1 has them: without leading zeros, but with one where the first bit would read as a minus. */
function derSignature(raw: Uint8Array): Uint8Array {
  const integers = [raw.slice(0, 32), raw.slice(32)].map((part) => {
    const trimmed = part.slice(part.findIndex((byte) => byte !== 0));
    const bytes = (trimmed[0] ?? 0) > 0x7f ? join(Uint8Array.of(0), trimmed) : trimmed;
    return join(Uint8Array.of(0x02, bytes.length), bytes);
  });
  const body = join(...integers);
  return join(Uint8Array.of(0x30, body.length), body);
}

function join(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const uint16 = (value: number) => Uint8Array.of(value >> 8, value & 0xff);
const uint32 = (value: number) => Uint8Array.of(value >>> 24, value >> 16, value >> 8, value);

async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", join(bytes)));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

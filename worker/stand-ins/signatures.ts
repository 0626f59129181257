/**
 * Stands for the whole language of ASN.1, of which a passkey needs one sentence: an ECDSA signature is a sequence of two
 * whole numbers (RFC 3279, 2.2.3). Anything else is refused.
 */
export const AsnParser = {
  parse(bytes: Uint8Array, schema: unknown): EcdsaSignature {
    if (schema !== ECDSASigValue) throw new Error("Only signatures are read.");
    return readSignature(bytes);
  },
};

/** Names what is asked for; nothing is made of it. */
export const ECDSASigValue = Symbol("ECDSA signature");

type EcdsaSignature = { r: Uint8Array; s: Uint8Array };

const sequenceTag = 0x30;
const integerTag = 0x02;

function readSignature(bytes: Uint8Array): EcdsaSignature {
  const sequence = readValue(bytes, 0, sequenceTag);
  if (sequence.end !== bytes.length) throw wrong();
  const r = readValue(sequence.value, 0, integerTag);
  const s = readValue(sequence.value, r.end, integerTag);
  if (s.end !== sequence.value.length) throw wrong();
  return { r: r.value, s: s.value };
}

/** One tag, its length and its bytes. Signatures are so short that a length takes one byte, or two with P-521. */
function readValue(bytes: Uint8Array, start: number, tag: number): { value: Uint8Array; end: number } {
  const [first = 0, second = 0] = bytes.subarray(start + 1, start + 3);
  const isLong = first === 0x81 && second >= 0x80;
  if (bytes[start] !== tag || (first >= 0x80 && !isLong)) throw wrong();
  const from = start + (isLong ? 3 : 2);
  const end = from + (isLong ? second : first);
  if (end > bytes.length || end === from) throw wrong();
  return { value: bytes.subarray(from, end), end };
}

function wrong(): Error {
  return new Error("The signature is not in the form it should have.");
}

function unread(): never {
  throw new Error("Keys in certificates are not read.");
}

const none = "";

export {
  none as id_ecPublicKey,
  none as id_secp256r1,
  none as id_secp384r1,
  unread as ECParameters,
  unread as OctetString,
};

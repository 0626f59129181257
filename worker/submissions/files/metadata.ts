import { Buffer } from "node:buffer";

/**
 * A photo without what its camera wrote beside the picture: where it was taken, when, by what and by whom (XSS-05). Which
 * way up it is stays, and its colours; so does nothing behind its end, where phones keep a film of the moment.
 */
export function withoutMetadata(bytes: Uint8Array, type: string): Uint8Array {
  const photo = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === "image/jpeg") return Buffer.concat(jpegParts(photo));
  return type === "image/png" ? Buffer.concat(pngParts(photo)) : bytes;
}

const scan = 0xda;
const end = 0xd9;

function jpegParts(photo: Buffer): Buffer[] {
  const parts = [photo.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= photo.length && photo[at] === 0xff && photo[at + 1] !== end) {
    const header = at + 2 + photo.readUInt16BE(at + 2);
    const next = photo[at + 1] === scan ? endOfScan(photo, header) : header;
    parts.push(...keptOf(photo.subarray(at, next)));
    at = next;
  }
  return [...parts, photo.subarray(at, at + 2)];
}

/** The picture's own data, up to the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(photo: Buffer, from: number): number {
  for (let at = photo.indexOf(0xff, from); at >= 0; at = photo.indexOf(0xff, at + 1)) {
    const code = photo[at + 1] ?? 0;
    if (code !== 0 && code !== 0xff && (code & 0xf8) !== 0xd0) return at;
  }
  return photo.length;
}

/** Of what applications add only JFIF, the colour profile and Adobe's colours; no comments. */
function keptOf(segment: Buffer): Buffer[] {
  const code = segment[1] ?? 0;
  const told = segment.toString("latin1", 4, 15);
  if (code === 0xe1 && told.startsWith("Exif")) return turnedLike(segment.subarray(10));
  const isAdded = code === 0xfe || (code >= 0xe0 && code <= 0xef);
  const isNeeded = code === 0xe0 || code === 0xee || (code === 0xe2 && told === "ICC_PROFILE");
  return isAdded && !isNeeded ? [] : [segment];
}

/** An EXIF segment that says the orientation and nothing else. */
function turnedLike(tiff: Buffer): Buffer[] {
  const turn = orientationOf(tiff);
  if (turn < 2 || turn > 8) return [];
  const hex = `ffe100224578696600004d4d002a000000080001011200030000000100${turn.toString(16).padStart(2, "0")}000000000000`;
  return [Buffer.from(hex, "hex")];
}

function orientationOf(tiff: Buffer): number {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
  const isLittle = tiff[0] === 0x49;
  try {
    const directory = view.getUint32(4, isLittle);
    const count = view.getUint16(directory, isLittle);
    for (let at = directory + 2; at < directory + 2 + count * 12; at += 12)
      if (view.getUint16(at, isLittle) === 0x0112) return view.getUint16(at + 8, isLittle);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return 1;
}

const asides = new Set(["eXIf", "tEXt", "zTXt", "iTXt", "tIME"]);

function pngParts(photo: Buffer): Buffer[] {
  const parts = [photo.subarray(0, 8)];
  let name = "";
  for (let at = 8; at + 12 <= photo.length && name !== "IEND";) {
    const next = at + 12 + photo.readUInt32BE(at);
    name = photo.toString("latin1", at + 4, at + 8);
    if (!asides.has(name)) parts.push(photo.subarray(at, next));
    at = next;
  }
  return parts;
}

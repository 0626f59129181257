import { Buffer } from "node:buffer";
import type { FileKind } from "../../forms";

export type KnownFile = { kind: FileKind; type: string; endings: readonly string[] };

const office = "application/vnd.openxmlformats-officedocument";
const open = "application/vnd.oasis.opendocument";

/** What a file is by its own bytes; what its sender says of it counts nothing (XSS-05, UP-01). Null for what we do not take. */
export function kindOf(bytes: Uint8Array): KnownFile | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = buffer.toString("latin1", 0, 16);
  return imageOf(head) ?? documentOf(head, buffer) ?? textOf(buffer);
}

function imageOf(head: string): KnownFile | null {
  if (head.startsWith("\xFF\xD8\xFF")) return image("image/jpeg", "jpg", "jpeg");
  if (head.startsWith("\x89PNG\r\n\x1A\n")) return image("image/png", "png");
  if (/^GIF8[79]a/.test(head)) return image("image/gif", "gif");
  if (/^RIFF[^]{4}WEBP/.test(head)) return image("image/webp", "webp");
  if (/^[^]{4}ftyp(?:heic|heix|mif1|msf1)/.test(head)) return image("image/heic", "heic", "heif");
  return /^[^]{4}ftypavif/.test(head) ? image("image/avif", "avif") : null;
}

function image(type: string, ...endings: string[]): KnownFile {
  return { kind: "image", type, endings };
}

function documentOf(head: string, buffer: Buffer): KnownFile | null {
  if (head.startsWith("%PDF-")) return { kind: "pdf", type: "application/pdf", endings: ["pdf"] };
  if (head.startsWith("{\\rtf")) return { kind: "document", type: "application/rtf", endings: ["rtf"] };
  return head.startsWith("PK\x03\x04") ? packedOf(buffer) : null;
}

/** Office files are archives; one that brings a program along is not taken. */
function packedOf(buffer: Buffer): KnownFile | null {
  const has = (name: string) => buffer.includes(name, 0, "latin1");
  if (has("vbaProject.bin") || has("Basic/script-lc.xml")) return null;
  if (has("[Content_Types].xml") && has("word/document.xml"))
    return { kind: "document", type: `${office}.wordprocessingml.document`, endings: ["docx"] };
  if (has("[Content_Types].xml") && has("xl/workbook.xml"))
    return { kind: "spreadsheet", type: `${office}.spreadsheetml.sheet`, endings: ["xlsx"] };
  const declared = buffer.toString("latin1", 30, 100);
  if (declared.startsWith(`mimetype${open}.text`))
    return { kind: "document", type: `${open}.text`, endings: ["odt"] };
  return declared.startsWith(`mimetype${open}.spreadsheet`)
    ? { kind: "spreadsheet", type: `${open}.spreadsheet`, endings: ["ods"] }
    : null;
}

/** Plain words and tables of them. What begins like a page or a program is none, whatever it is called. */
function textOf(buffer: Buffer): KnownFile | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(buffer);
    const isPlain = !/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text) && !/^\s*(?:<|#!)/.test(text);
    return isPlain ? { kind: "text", type: "text/plain", endings: ["txt", "csv", "md"] } : null;
  } catch {
    return null;
  }
}

const longestName = 120;

/** A name to save it under: no path, nothing invisible, and an ending that says what it is (HDR-01). */
export function safeName(name: string, { endings }: Pick<KnownFile, "endings">): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .normalize("NFC")
    .replaceAll(/[\p{C}"<>:|?*;]/gu, "")
    .trim()
    .replace(/^\.+/, "");
  const dot = plain.lastIndexOf(".");
  const [stem, ending] = dot > 0 ? [plain.slice(0, dot), plain.slice(dot + 1).toLowerCase()] : [plain, ""];
  const right = endings.includes(ending) ? ending : endings[0];
  const kept = endings.includes(ending) ? stem : plain;
  return `${Array.from(kept).slice(0, longestName).join("").trim() || "file"}.${right}`;
}

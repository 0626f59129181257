import type { Mail } from "../../kernel/ports";

const encoder = new TextEncoder();
const printable = /^[\x20-\x7e]*$/;

/** The mail as it travels: plain text and HTML as alternatives, every line short and ASCII. */
export function mimeOf(mail: Mail, now: number): string {
  // "=_" never occurs in quoted-printable text, so the boundary cannot be met inside a part.
  const boundary = `=_${mail.id}`;
  const lines = [
    `From: ${mailboxHeader(mail.from.name, mail.from.address)}`,
    `To: <${mail.to}>`,
    ...(mail.replyTo === undefined ? [] : [`Reply-To: <${mail.replyTo}>`]),
    `Subject: ${headerText(mail.subject)}`,
    `Date: ${new Date(now).toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: <${messageId(mail)}>`,
    ...Object.entries(mail.headers ?? {}).map(([name, value]) => `${name}: ${value}`),
    "MIME-Version: 1.0",
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    "",
    ...part(boundary, "text/plain", mail.text),
    ...part(boundary, "text/html", mail.html),
    `--${boundary}--`,
    "",
  ];
  return lines.join("\r\n");
}

/** The same mail has the same Message-ID each time it is sent, so that a mailbox can fold repetitions into one. */
export function messageId(mail: Mail): string {
  return `${mail.id.replace(/[^\w.-]/g, "-")}@${mail.from.address.split("@")[1]}`;
}

function part(boundary: string, type: string, content: string): string[] {
  return [
    `--${boundary}`,
    `Content-Type: ${type}; charset=utf-8`,
    "Content-Transfer-Encoding: quoted-printable",
    "",
    quotedPrintable(content),
  ];
}

function mailboxHeader(name: string, address: string): string {
  if (!name) return `<${address}>`;
  if (name.length + address.length > 66 || !printable.test(name))
    return `${encodedWords(name)}\r\n <${address}>`;
  return `"${name.replace(/["\\]/g, "\\$&")}" <${address}>`;
}

function headerText(text: string): string {
  return text.length <= 66 && printable.test(text) ? text : encodedWords(text);
}

/** RFC 2047: words on lines of their own, short enough for the header's name before them, none splitting a character. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let chunk = "";
  for (const character of text) {
    if (encoder.encode(chunk + character).byteLength > 39) {
      words.push(chunk);
      chunk = "";
    }
    chunk += character;
  }
  return [...words, chunk].map((word) => `=?utf-8?B?${base64(word)}?=`).join("\r\n ");
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...encoder.encode(text)));
}

/** RFC 2045: 76 characters a line; what is not printable ASCII as =XX, and so a space at the end of a line. */
function quotedPrintable(content: string): string {
  return content
    .split(/\r\n|\r|\n/)
    .map(quotedLine)
    .join("\r\n");
}

function quotedLine(line: string): string {
  const bytes = encoder.encode(line);
  let result = "";
  let column = 0;
  bytes.forEach((byte, index) => {
    const isLast = index === bytes.byteLength - 1;
    const unit = isPlain(byte, isLast) ? String.fromCharCode(byte) : `=${hex(byte)}`;
    if (column + unit.length > 75) {
      result += "=\r\n";
      column = 0;
    }
    result += unit;
    column += unit.length;
  });
  return result;
}

function isPlain(byte: number, isLast: boolean): boolean {
  if (byte === 0x20 || byte === 0x09) return !isLast;
  return byte > 0x20 && byte < 0x7f && byte !== 0x3d;
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, "0");
}

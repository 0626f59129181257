import { describe, expect, it } from "vitest";
import fc from "fast-check";
import type { Mail } from "../../kernel/ports";
import { mimeOf } from "./mime";

const mail: Mail = {
  id: "mail_00abc",
  to: "ada@example.com",
  from: { address: "hello@northwind.example", name: "Northwind Coffee" },
  subject: "Your checklist",
  text: "Here it is.",
  html: "<p>Here it is.</p>",
};

function build(change: Partial<Mail> = {}): string {
  return mimeOf({ ...mail, ...change }, Date.UTC(2026, 0, 1));
}

/** A small reader of what a mail program sees: unfolded headers, and the two parts decoded. */
function read(raw: string) {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const headers = new Map(
    head
      .replace(/\r\n[ \t]+/g, " ")
      .split("\r\n")
      .map((line) => [line.slice(0, line.indexOf(":")), decodeWords(line.slice(line.indexOf(":") + 2))]),
  );
  const boundary = /boundary="([^"]+)"/.exec(headers.get("Content-Type") ?? "")?.[1] ?? "";
  const [, ...parts] = rest.join("\r\n\r\n").split(`--${boundary}`);
  return { headers, text: decodePart(parts[0]), html: decodePart(parts[1]), end: parts[2] };
}

function decodePart(part = ""): string {
  const body = part.slice(part.indexOf("\r\n\r\n") + 4).replace(/\r\n$/, "");
  return fromBytes(
    body.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))),
  );
}

function decodeWords(value: string): string {
  return value
    .replace(/\?= =\?/g, "?==?")
    .replace(/(?:=\?utf-8\?B\?[^?]*\?=)+/g, (words) =>
      [...words.matchAll(/B\?([^?]*)\?=/g)].map(([, data = ""]) => fromBytes(atob(data))).join(""),
    );
}

function fromBytes(binary: string): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
    Uint8Array.from(binary, (c) => c.charCodeAt(0)),
  );
}

describe("a MIME message", () => {
  it("is exactly this for a plain mail", () => {
    expect(build({ replyTo: "team@northwind.example", headers: { "X-A": "b" } }).split("\r\n")).toEqual([
      'From: "Northwind Coffee" <hello@northwind.example>',
      "To: <ada@example.com>",
      "Reply-To: <team@northwind.example>",
      "Subject: Your checklist",
      "Date: Thu, 01 Jan 2026 00:00:00 +0000",
      "Message-ID: <mail_00abc@northwind.example>",
      "X-A: b",
      "MIME-Version: 1.0",
      'Content-Type: multipart/alternative; boundary="=_mail_00abc"',
      "",
      "--=_mail_00abc",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "Here it is.",
      "--=_mail_00abc",
      "Content-Type: text/html; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "<p>Here it is.</p>",
      "--=_mail_00abc--",
      "",
    ]);
  });

  it.each([
    ["an umlaut", "Grüße aus Köln"],
    ["Arabic", "قائمة التحقق الخاصة بك جاهزة"],
    ["emoji in a long line", "☕️ ".repeat(40)],
    [
      "a long English line",
      "A subject that is longer than a line of mail may comfortably be, and then some more",
    ],
  ])("carries %s in subject and name, in lines that mail may carry", (_, words) => {
    const raw = build({ subject: words, from: { ...mail.from, name: words } });
    expect(read(raw).headers.get("Subject")).toBe(words);
    expect(read(raw).headers.get("From")).toBe(`${words} <hello@northwind.example>`);
    for (const line of raw.split("\r\n")) expect(line.length).toBeLessThanOrEqual(76);
  });

  it("brings any text through, in lines of at most 76 printable characters", () => {
    const anyText = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary", maxLength: 300 }));
    fc.assert(
      fc.property(anyText, anyText, (text, html) => {
        const raw = build({ text: `${text} end \t`, html });
        const got = read(raw);
        expect(got.text).toBe(normal(`${text} end \t`));
        expect(got.html).toBe(normal(html));
        expect(got.end).toBe("--\r\n");
        expect(raw).toMatch(/^[\x20-\x7e\t\r\n]*$/);
        expect(raw).not.toMatch(/[ \t]\r\n/);
        for (const line of raw.split("\r\n").slice(9)) expect(line.length).toBeLessThanOrEqual(76);
      }),
    );
  });
});

/** Line ends travel as CRLF, and a lone surrogate is not text. */
function normal(text: string): string {
  return text.toWellFormed().replace(/\r\n|\r|\n/g, "\r\n");
}

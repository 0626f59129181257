import { describe, expect, it } from "vitest";
import type { Mail } from "../../kernel/ports";
import { codeOf, failureOf } from "../../test/servers/failure";
import { type MailFault, mailServer } from "../../test/servers/mail";
import { json, serve } from "../../test/servers/wire";
import { mailBinding } from "../../test/servers/mail-binding";
import { createMail, type MailSettings } from "./index";

const noon = Date.UTC(2026, 2, 1, 12);

const mail: Mail = {
  id: "mail_00abc",
  to: "ada@example.com",
  from: { address: "hello@northwind.example", name: "Northwind Coffee" },
  replyTo: "team@northwind.example",
  subject: "Your checklist",
  text: "Here it is.",
  html: "<p>Here it is.</p>",
  headers: { "List-Unsubscribe": "<https://northwind.example/u/1>" },
};

function open(settings: MailSettings, fetch: typeof globalThis.fetch = noNetwork) {
  return createMail(settings, { fetch, now: () => noon });
}

const noNetwork: typeof fetch = () => {
  throw new Error("This mail must not touch the network");
};

function openHttp(...faults: MailFault[]) {
  const server = mailServer(...faults);
  const settings = {
    kind: "http",
    apiKey: server.apiKey,
    baseUrl: "https://mail.example/",
    timeoutMs: 50,
  } as const;
  return { server, port: open(settings, server.fetch) };
}

describe("sending over HTTP", () => {
  it("hands over the whole mail and brings back the provider's id", async () => {
    const { server, port } = openHttp();
    expect(await port.send(mail)).toEqual({ providerId: "sent-1" });
    expect(server.sent).toEqual([
      {
        from: '"Northwind Coffee" <hello@northwind.example>',
        to: ["ada@example.com"],
        reply_to: "team@northwind.example",
        subject: "Your checklist",
        text: "Here it is.",
        html: "<p>Here it is.</p>",
        headers: { "List-Unsubscribe": "<https://northwind.example/u/1>" },
      },
    ]);
  });

  it("IDEM-01 sent twice under one id arrives once", async () => {
    const { server, port } = openHttp();
    expect(await port.send(mail)).toEqual(await port.send(mail));
    expect(server.sent).toHaveLength(1);
  });

  it("IDEM-02 another mail under the same id is refused", async () => {
    const { port } = openHttp();
    await port.send(mail);
    const failure = await failureOf(port.send({ ...mail, subject: "Another" }));
    expect([failure.code, failure.verdict]).toEqual(["already_sent", "refuse"]);
  });

  it.each<[MailFault, string, string, number | undefined]>([
    ["rate_limited", "retry", "rate_limited", 2],
    ["quota", "retry", "quota_reached", 3600],
    ["server_error", "retry", "unavailable", undefined],
    ["busy", "retry", "unavailable", undefined],
    ["slow", "retry", "timed_out", undefined],
    ["cut_stream", "retry", "unreachable", undefined],
    ["unreachable", "retry", "unreachable", undefined],
    ["bad_json", "retry", "bad_answer", undefined],
    ["unverified_sender", "refuse", "sender_refused", undefined],
    ["refused", "refuse", "mail_refused", undefined],
  ])("%s means: %s, %s", async (fault, verdict, code, wait) => {
    const { port } = openHttp(fault);
    const failure = await failureOf(port.send(mail));
    expect([failure.verdict, failure.code, failure.retryAfterSeconds]).toEqual([verdict, code, wait]);
    expect(failure.message).not.toContain("Words of the provider");
  });

  it("a wrong key is refused, not tried again", async () => {
    const port = open({ kind: "http", apiKey: "wrong" }, mailServer().fetch);
    expect(await codeOf(port.send(mail))).toBe("credentials_refused");
  });

  it("does not follow a redirect with the key", async () => {
    const server = serve(({ url }) =>
      url.host === "evil.example"
        ? json({ id: "taken" })
        : new Response(null, { status: 307, headers: { location: "https://evil.example" } }),
    );
    expect(await codeOf(open({ kind: "http", apiKey: "k" }, server.fetch).send(mail))).toBe("mail_refused");
    expect(server.received).toHaveLength(1);
  });
});

describe("sending over the send_email binding", () => {
  it("hands over a message from and to exactly these addresses", async () => {
    const { binding, taken } = mailBinding();
    expect(await open({ kind: "binding", binding }).send(mail)).toEqual({ providerId: "bound-1" });
    expect(taken[0]).toMatchObject({ from: "hello@northwind.example", to: "ada@example.com" });
    expect(taken[0]?.raw).toContain("Date: Sun, 01 Mar 2026 12:00:00 +0000\r\n");
  });

  it.each([
    ["E_RATE_LIMIT_EXCEEDED", "retry", "rate_limited"],
    ["E_DAILY_LIMIT_EXCEEDED", "retry", "quota_reached"],
    ["E_SENDER_NOT_VERIFIED", "refuse", "sender_refused"],
    ["E_RECIPIENT_SUPPRESSED", "refuse", "recipient_refused"],
    ["E_VALIDATION_ERROR", "refuse", "mail_refused"],
    ["E_INTERNAL_SERVER_ERROR", "unknown", "unconfirmed"],
    ["", "unknown", "unconfirmed"],
  ])("%s means: %s, %s", async (code, verdict, reason) => {
    const { binding } = mailBinding(Object.assign(new Error("It did not work"), { code }));
    const failure = await failureOf(open({ kind: "binding", binding }).send(mail));
    expect([failure.verdict, failure.code]).toEqual([verdict, reason]);
  });

  it("reads the reason from the message where there is no code", async () => {
    const { binding } = mailBinding(new Error("E_RATE_LIMIT_EXCEEDED: slow down"));
    expect(await codeOf(open({ kind: "binding", binding }).send(mail))).toBe("rate_limited");
  });

  it("does not know what became of a mail that got no answer", async () => {
    const { binding } = mailBinding("slow");
    const failure = await failureOf(open({ kind: "binding", binding, timeoutMs: 20 }).send(mail));
    expect([failure.verdict, failure.code]).toEqual(["unknown", "unconfirmed"]);
  });
});

describe("the mailbox", () => {
  it("keeps the mail and sends nothing", async () => {
    const kept: Mail[] = [];
    const port = open({ kind: "mailbox", store: async (one) => void kept.push(one) });
    expect(await port.send(mail)).toEqual({ providerId: "mailbox:mail_00abc" });
    expect(kept).toEqual([mail]);
  });
});

describe("MAIL-01 no provider is handed", () => {
  const bad: [string, Partial<Mail>, string][] = [
    ["a line feed in the subject", { subject: "Hi\nBcc: eve@example.com" }, "invalid_header"],
    ["a carriage return in the subject", { subject: "Hi\rBcc: eve@example.com" }, "invalid_header"],
    ["a NUL in the subject", { subject: "Hi\0" }, "invalid_header"],
    ["a line separator in the subject", { subject: "Hi\u2028there" }, "invalid_header"],
    ["an encoded word in the subject", { subject: "=?utf-8?B?SGkNCkJjYzo=?=" }, "invalid_header"],
    ["no subject", { subject: " " }, "invalid_header"],
    ["a subject of a thousand characters", { subject: "a".repeat(1000) }, "invalid_header"],
    [
      "a line break in the sender's name",
      { from: { ...mail.from, name: "A\r\nBcc: eve@example.com" } },
      "invalid_header",
    ],
    [
      "an encoded word as the sender's name",
      { from: { ...mail.from, name: "=?utf-8?q?Boss?=" } },
      "invalid_header",
    ],
    [
      "a line break in the sender's address",
      { from: { name: "", address: "a@b.example\nX: y" } },
      "invalid_address",
    ],
    ["two recipients", { to: "ada@example.com, eve@example.com" }, "invalid_address"],
    ["a line break in the reply address", { replyTo: "a@b.example\r\nBcc: c@d.example" }, "invalid_address"],
    ["an empty reply address", { replyTo: "" }, "invalid_address"],
    ["a line break in a header", { headers: { "X-A": "b\r\nBcc: eve@example.com" } }, "invalid_header"],
    [
      "a line break in a header's name",
      { headers: { "X-A: b\r\nBcc": "eve@example.com" } },
      "invalid_header",
    ],
    ["a header that is ours", { headers: { Bcc: "eve@example.com" } }, "invalid_header"],
    ["a content header", { headers: { "Content-Type": "text/html" } }, "invalid_header"],
    ["a header outside ASCII", { headers: { "X-A": "ä" } }, "invalid_header"],
    ["an id that would break out of a header", { id: "a>\r\nX: y" }, "invalid_header"],
  ];
  it.each(bad)("%s", async (_, change, code) => {
    const { server, port } = openHttp();
    const kept: Mail[] = [];
    const mailbox = open({ kind: "mailbox", store: async (one) => void kept.push(one) });
    expect(await codeOf(port.send({ ...mail, ...change }))).toBe(code);
    expect(await codeOf(mailbox.send({ ...mail, ...change }))).toBe(code);
    expect([server.received, kept]).toEqual([[], []]);
  });
});

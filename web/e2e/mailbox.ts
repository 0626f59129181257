import { expect, vi } from "vitest";
import { address } from "./visit";

type Mail = { id: string; subject: string; text: string };

/** The link in the newest mail to somebody, waited for: mail is a job. */
export async function linkInMailTo(recipient: string, subject: RegExp): Promise<string> {
  return await vi.waitFor(
    async () => {
      const mail = (await mailsTo(recipient)).find((one) => subject.test(one.subject));
      const link = /https?:\/\/\S+/.exec(mail?.text ?? "")?.[0];
      expect(link, `a mail to ${recipient} about ${subject.source}`).toBeDefined();
      return String(link);
    },
    { timeout: 15_000, interval: 200 },
  );
}

async function mailsTo(recipient: string): Promise<Mail[]> {
  const list = await ask<{ data: { id: string }[] }>(
    `/v1/mailbox?recipient=${encodeURIComponent(recipient)}`,
  );
  return await Promise.all(list.data.map(({ id }) => ask<Mail>(`/v1/mailbox/${id}`)));
}

async function ask<T>(path: string): Promise<T> {
  const response = await fetch(address + path);
  return (await response.json()) as T; // safe: the mailbox's own contract
}

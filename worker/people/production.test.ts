import { describe, expect, it } from "vitest";
import { NotFound } from "../kernel/errors";
import { testBase } from "../test/base";
import { getMail, listMail } from "./mail/mailbox";

describe("in production", () => {
  const base = testBase();
  const production = { ...base, settings: { ...base.settings, TRIBUTARY_MODE: "production" as const } };

  it("there is no mailbox", async () => {
    await expect(listMail(production, { limit: 1 })).rejects.toThrow(NotFound);
    await expect(getMail(production, "mail_00aaaaaaaaaaaaaaaaaaaaaa")).rejects.toThrow(NotFound);
  });

  it("nor where a mail provider is set", async () => {
    const withProvider = { ...base, settings: { ...base.settings, MAIL_API_KEY: "key" } };
    await expect(listMail(withProvider, { limit: 1 })).rejects.toThrow(NotFound);
  });
});

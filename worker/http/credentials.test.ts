import { describe, expect, it } from "vitest";
import { clientOf } from "../test/client";
import { createPerson } from "../test/world";

describe("AUTH-03 the session cookie", () => {
  it("opens nothing unless the signature is ours, to the letter", async () => {
    const person = await createPerson();
    const cookie = await person.cookie();
    const text = decodeURIComponent(cookie.replace("trb_session=", ""));
    const [token = "", signature = ""] = text.split(".");
    expect(await answerTo(text)).toBe(200);
    const other = (await createPerson()).token;
    const forged = [
      token,
      `${token}.`,
      `.${signature}`,
      `${other}.${signature}`,
      `${token}x.${signature}`,
      `${token}.${signature.slice(0, -2)}`,
      `${token}.${signature}=`,
      `${token}.${signature.replace(/=$/, "")}`,
      `${token}.${signature.replaceAll("+", "-").replaceAll("/", "_").replace(/=$/, "")}`,
      `${token}.${btoa("not a signature of thirty-two by")}`,
      `${token}.${"A".repeat(43)}=`,
      "..",
      "%E0%A4%A",
    ];
    for (const each of forged) expect([each, await answerTo(each)]).toEqual([each, 401]);
  });

  it("may stand among others, in quotes and with spaces", async () => {
    const person = await createPerson();
    const cookie = await person.cookie();
    const [, value = ""] = cookie.split("=");
    for (const header of [`a=b; ${cookie};c=d`, `  ${cookie}  `, `trb_session="${value}"`])
      expect((await clientOf({ cookie: header }).get("/v1/me")).status).toBe(200);
  });
});

async function answerTo(text: string): Promise<number> {
  return (await clientOf({ cookie: `trb_session=${encodeURIComponent(text)}` }).get("/v1/me")).status;
}

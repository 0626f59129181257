import * as z from "zod";

const signedInWire = z.strictObject({
  status: z.literal("signed_in"),
  user: z.strictObject({ id: z.string(), email: z.string(), name: z.string() }),
});

/** What several routes answer. */
export const signedInAnswer = signedInWire.meta({ id: "SignedIn" });
export const firstStepAnswer = z
  .discriminatedUnion("status", [signedInWire, z.strictObject({ status: z.literal("two_factor_required") })])
  .meta({ id: "SignInOutcome" });

/** The same for every address, so it says nothing about any (AUTH-02). */
export const mailOnItsWay = z
  .strictObject({ status: z.literal("mail_on_its_way") })
  .meta({ id: "MailOnItsWay" });
export const onItsWay = { status: "mail_on_its_way" } as const;

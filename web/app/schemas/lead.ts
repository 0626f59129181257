import "./without-eval";
import * as z from "zod";

const short = (longest: number) =>
  z.string().trim().max(longest, `Use at most ${longest} characters.`).default("");

export const newLeadSchema = z
  .object({
    firstName: short(120),
    lastName: short(120),
    email: z.union([z.literal(""), z.email("Write it like name@example.com.")]).default(""),
    phone: short(60),
    companyName: short(200),
    jobTitle: short(160),
    stageId: short(64),
    assignedTo: short(64),
    notes: z.string().trim().max(20_000, "Use at most 20,000 characters.").default(""),
  })
  .refine(
    ({ firstName, lastName, email, phone, companyName }) =>
      firstName + lastName + email + phone + companyName,
    {
      message: "Give at least a name, an email, a phone number or a company.",
      path: ["firstName"],
    },
  );

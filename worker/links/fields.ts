import * as z from "zod";
import { devices } from "../../db/schema/cell/links";
import { wireTime } from "../kernel/contract";
import { longestTarget } from "./pure/target";
import { longestUtm } from "./pure/utm";

const target = z
  .string()
  .max(longestTarget + 100)
  .meta({
    description: "An http or https address without a name or password in it.",
    examples: ["https://example.com/offer"],
  });

const utmValue = z.string().max(longestUtm).optional();

export const utmShape = z
  .strictObject({
    source: utmValue,
    medium: utmValue,
    campaign: utmValue,
    term: utmValue,
    content: utmValue,
  })
  .meta({
    description:
      "Kept in lower case, trimmed, with hyphens for blanks. {business}, {name}, {slug}, {year} and {month} are filled in.",
  });

const mostRules = 20;

export const ruleShape = z.strictObject({
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/, "Use two capital letters, such as DE."))
    .min(1)
    .max(250)
    .optional()
    .meta({ examples: [["DE", "AT"]] }),
  devices: z.array(z.enum(devices)).min(1).max(devices.length).optional(),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/, "Use a language such as de or pt-br."))
    .min(1)
    .max(50)
    .optional()
    .meta({ examples: [["de", "pt-br"]] }),
  url: target,
});

/** What a person may say about a link. */
export const linkFields = {
  url: target,
  name: z.string().trim().min(1).max(120),
  utm: utmShape,
  rules: z
    .array(ruleShape)
    .max(mostRules)
    .meta({ description: "Other targets for some; the first whose every condition holds decides." }),
  passesIds: z.boolean().meta({
    description: "Whether a click's signed id, and a visitor's where they agreed, go along to the target.",
  }),
  expiresAt: wireTime
    .nullable()
    .meta({ description: "From then on the link says kindly that it has ended." }),
};

export const slugField = z
  .string()
  .trim()
  .min(2)
  .max(48)
  .meta({
    description: "Letters, digits and hyphens; drawn where it is left out. It never changes.",
    examples: ["spring-offer"],
  });

import * as z from "zod";
import { pieceKinds, socialPlatforms } from "../../db/schema/cell/content";
import { orderFields } from "../bundles";
import { pieceWords } from "../pieces";

export const fileFormat = "tributary.bundle";

const ref = z
  .string()
  .regex(/^[a-z0-9_-]{1,40}$/, "Use up to 40 small letters, digits, hyphens and underscores.")
  .meta({ description: "How the rest of the file names this piece.", example: "p1" });

const filePiece = z.strictObject({
  ref,
  kind: z.enum(pieceKinds),
  sequence: ref.optional().meta({ description: "Of an email: the sequence it is in.", example: "p1" }),
  platform: z.enum(socialPlatforms).optional().meta({ description: "Of a social post." }),
  ...z.strictObject(pieceWords).partial().shape,
  title: z.string().min(1).max(300),
});

const fileEdge = z.strictObject({ from: ref, to: ref, ctaText: z.string().max(200) });

const { name, timePeriod, periodStart, periodEnd, brief } = orderFields;

/** More than a year of content can order. */
export const mostPieces = 1000;

/** A bundle as a file: what a person ordered and what was written, without what belongs to the place it was made in. */
export const bundleFile = z.strictObject({
  format: z.literal(fileFormat),
  version: z.literal(1),
  bundle: z.strictObject({
    name,
    timePeriod,
    periodStart,
    periodEnd,
    brief: z.strictObject(brief.shape).omit({ topicIds: true }),
  }),
  pieces: z.array(filePiece).min(1).max(mostPieces),
  journey: z.array(fileEdge).max(2500),
});
export type BundleFile = z.output<typeof bundleFile>;
export type FilePiece = BundleFile["pieces"][number];

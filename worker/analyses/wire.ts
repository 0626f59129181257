import * as z from "zod";
import { analysisStates, factKinds, factStates } from "../../db/schema/cell/business";
import { toWireTime, wireTime } from "../kernel/contract";
import type { AnalysisFact } from "./facts";
import { proposalWire } from "./proposal";
import type { Analysis } from "./queries";
import { adviceOn } from "./reasons";

const strings = z.array(z.string());

const extractWire = z.strictObject({
  title: z.string(),
  description: z.string(),
  language: z.string(),
  headings: strings,
  colors: strings,
  logoUrl: z.string().nullable(),
  logo: z.string().nullable().meta({ description: "A small logo as a data address, to be shown as it is." }),
  contact: z.strictObject({ emails: strings, phones: strings, addresses: strings }),
  socialAccounts: strings,
  prices: strings,
  proof: strings,
  structured: z.array(z.record(z.string(), z.unknown())),
});

export const analysisWire = z
  .strictObject({
    id: z.string(),
    businessId: z.string(),
    url: z.string(),
    status: z.enum(analysisStates),
    failure: z
      .strictObject({ code: z.string(), message: z.string(), advice: z.string() })
      .nullable()
      .meta({ description: "Why the site was not read, and what to do. Nothing was charged." }),
    pages: z.array(z.strictObject({ url: z.string(), title: z.string(), bytes: z.int() })),
    extract: extractWire.nullable().meta({ description: "What the pages themselves said." }),
    proposal: proposalWire
      .nullable()
      .meta({ description: "For the profile, field by field; nothing of it counts before it is accepted." }),
    generationId: z.string().nullable(),
    appliedAt: wireTime.nullable(),
    startedAt: wireTime.nullable(),
    completedAt: wireTime.nullable(),
    createdAt: wireTime,
  })
  .meta({ id: "WebsiteAnalysis" });

export function analysisToWire(row: Analysis): z.input<typeof analysisWire> {
  const { id, businessId, url, status, pages, extract, generationId, errorCode, errorMessage } = row;
  const failure = errorCode
    ? { code: errorCode, message: errorMessage ?? "", advice: adviceOn(errorCode) }
    : null;
  return {
    id,
    businessId,
    url,
    status,
    failure,
    pages,
    extract,
    // safe: only proposalOf writes this column, by these very shapes
    proposal: row.proposal as z.input<typeof proposalWire> | null,
    generationId,
    appliedAt: toWireTime(row.appliedAt),
    startedAt: toWireTime(row.startedAt),
    completedAt: toWireTime(row.completedAt),
    createdAt: toWireTime(row.createdAt),
  };
}

export const factWire = z
  .strictObject({
    id: z.string(),
    analysisId: z.string(),
    businessId: z.string(),
    kind: z.enum(factKinds),
    statement: z.string(),
    sentence: z.string().meta({ description: "The sentence of the page that says so." }),
    url: z.string().meta({ description: "Where that sentence stands." }),
    confidence: z.number(),
    status: z.enum(factStates),
    updatedAt: wireTime,
  })
  .meta({ id: "AnalysisFact" });

export function factToWire(row: AnalysisFact): z.input<typeof factWire> {
  const { id, analysisId, businessId, kind, statement, sentence, url, confidence, status } = row;
  const updatedAt = toWireTime(row.updatedAt);
  return { id, analysisId, businessId, kind, statement, sentence, url, confidence, status, updatedAt };
}

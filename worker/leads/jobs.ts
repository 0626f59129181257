import * as z from "zod";
import { leadSourceTypes } from "../../db/schema/cell/lead-catalogue";
import { idOf } from "../kernel/contract";
import { defineJob } from "../kernel/jobs";
import { purgeLeads } from "./deletion/erase";
import { indexField } from "./fields/index-field";
import { renameCompany } from "./rename-company";
import { runBulk } from "./bulk/run-bulk";
import { clearWords } from "./listing/search-index";
import { settleLead } from "./settle";

const words = z.string().max(2000);

const touch = z.strictObject({
  at: z.number(),
  kind: z.string().max(60),
  utm: z.partialRecord(z.enum(["source", "medium", "campaign", "term", "content"]), words).optional(),
  referrer: words.optional(),
  landingUrl: words.optional(),
  formId: words.optional(),
  submissionId: words.optional(),
  pieceId: words.optional(),
  linkId: words.optional(),
  clickId: words.optional(),
  campaignId: words.optional(),
  visitorId: words.optional(),
});

const source = z.strictObject({
  name: z.string().max(200),
  type: z.enum(leadSourceTypes),
  utmSource: words.optional(),
  utmMedium: words.optional(),
  utmCampaign: words.optional(),
});

export const settlingShape = z.strictObject({
  leadId: idOf("lead"),
  created: z.boolean(),
  tags: z.array(z.string().max(200)).max(50),
  source: source.nullable(),
  company: z.strictObject({ industry: words.optional(), size: words.optional() }).nullable().default(null),
  touch: touch.nullable(),
});

const settleJob = defineJob(
  "leads.settle",
  {
    queue: "delivery",
    payload: settlingShape,
  },
  (ctx, payload, job) => settleLead(ctx, payload, job.id),
);

const indexFieldJob = defineJob(
  "leads.index_field",
  {
    queue: "delivery",
    payload: z.strictObject({ fieldId: idOf("customField"), after: z.string().max(64).nullable() }),
  },
  (ctx, { fieldId, after }) => indexField(ctx, fieldId, after),
);

const renameCompanyJob = defineJob(
  "leads.rename_company",
  { queue: "delivery", payload: z.strictObject({ companyId: idOf("company"), after: z.string().max(64) }) },
  (ctx, { companyId, after }) => renameCompany(ctx, companyId, after),
);

const purgeJob = defineJob(
  "leads.purge",
  {
    queue: "delivery",
    payload: z.strictObject({ leadIds: z.array(idOf("lead")).max(1000), deletedAt: z.number() }),
  },
  (ctx, { leadIds, deletedAt }) => purgeLeads(ctx, leadIds, deletedAt),
);

const bulkJob = defineJob(
  "leads.bulk",
  {
    queue: "delivery",
    payload: z.strictObject({ bulkActionId: idOf("bulkAction"), asker: idOf("user").nullable() }),
  },
  (ctx, { bulkActionId, asker }) => runBulk(ctx, bulkActionId, asker),
);

const clearWordsJob = defineJob(
  "leads.clear_words",
  { queue: "delivery", payload: z.strictObject({ isBegun: z.boolean() }) },
  (ctx, { isBegun }) => clearWords(ctx, isBegun),
);

export const leadJobs = [bulkJob, settleJob, indexFieldJob, renameCompanyJob, purgeJob, clearWordsJob];

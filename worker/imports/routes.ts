import * as z from "zod";
import type { Context } from "../kernel/context";
import { idOf, route } from "../kernel/contract";
import { cursorId, pageOf, pageQuery, toPage } from "../kernel/page";
import { customFieldsOf } from "../leads";
import { planShape } from "./plan";
import { previewImport } from "./preview";
import { getImport, type LeadImport, listImports } from "./queries";
import { receiveImport } from "./receive";
import { refusedRows } from "./refused";
import { startImport, stopImport, undoImport } from "./start";
import { dropImport } from "./tidy";
import { importToWire, importWire, previewToWire, previewWire, uploadQuery } from "./wire";

const reading = { tag: "Imports", access: "organization", permission: "leads:import" } as const;
const writing = { ...reading, rate: "write" } as const;
const params = z.object({ importId: idOf("leadImport") });
const accepted = { status: 202, schema: importWire } as const;

async function toWire(ctx: Context, row: LeadImport) {
  return importToWire(await customFieldsOf(ctx))(row);
}

export const importRoutes = [
  route(
    {
      ...writing,
      method: "post",
      path: "/v1/lead-imports",
      operation: "uploadLeadImport",
      summary: "Bring a file of leads",
      description:
        "The bytes of a CSV file, as they are: any separator, UTF-8, UTF-16, Windows-1252 or Latin-1; at most 50 MB and 100,000 rows. The answer says what each column seems to be. Kept for a day.",
      query: uploadQuery,
      readsBody: { alsoAs: ["text/csv", "application/octet-stream"] },
      answer: { status: 201, schema: importWire },
      problems: ["too_large"],
    },
    async (ctx, { query, request }) => await toWire(ctx, await receiveImport(ctx, query, request.body)),
  ),
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/lead-imports",
      operation: "listLeadImports",
      summary: "List imports",
      description: "Newest first.",
      query: pageQuery,
      answer: { status: 200, schema: pageOf(importWire) },
      budget: { read: 300, written: 4 },
    },
    async (ctx, { query: { cursor, limit } }) =>
      toPage(
        await listImports(ctx, cursorId(cursor), limit),
        limit,
        ({ id }) => [id],
        importToWire(await customFieldsOf(ctx)),
      ),
  ),
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/lead-imports/{importId}",
      operation: "getLeadImport",
      summary: "See how far an import is",
      params,
      answer: { status: 200, schema: importWire },
      budget: { read: 300, written: 4 },
    },
    async (ctx, { params }) => await toWire(ctx, await getImport(ctx, params.importId)),
  ),
  route(
    {
      ...writing,
      method: "delete",
      path: "/v1/lead-imports/{importId}",
      operation: "dropLeadImport",
      summary: "Throw a file away",
      description: "One that was not imported.",
      params,
      answer: { status: 204 },
      problems: ["conflict"],
    },
    async (ctx, { params }) => await dropImport(ctx, params.importId),
  ),
  route(
    {
      ...reading,
      method: "post",
      path: "/v1/lead-imports/{importId}/preview",
      operation: "previewLeadImport",
      summary: "See the first rows as they would become",
      description: "No lead is touched.",
      params,
      body: planShape,
      answer: { status: 200, schema: previewWire },
      problems: ["conflict"],
      // Where it is the first to ask for stages, the usual ones are made.
      budget: { read: 2500, written: 60 },
    },
    async (ctx, { params, body }) => previewToWire(await previewImport(ctx, params.importId, body)),
  ),
  route(
    {
      ...writing,
      method: "post",
      path: "/v1/lead-imports/{importId}/run",
      operation: "runLeadImport",
      summary: "Import the file",
      description:
        "By jobs, a lot at a time. Rows that cannot be taken are kept with what is wrong with them; automations stay off unless they are asked for.",
      params,
      body: planShape,
      answer: accepted,
      problems: ["conflict"],
      budget: { read: 1500, written: 100 },
    },
    async (ctx, { params, body }) => await toWire(ctx, await startImport(ctx, params.importId, body)),
  ),
  route(
    {
      ...writing,
      method: "delete",
      path: "/v1/lead-imports/{importId}/run",
      operation: "stopLeadImport",
      summary: "Stop an import",
      description: "What is in the lists by then stays, and can be undone.",
      params,
      answer: accepted,
      problems: ["conflict"],
    },
    async (ctx, { params }) => await toWire(ctx, await stopImport(ctx, params.importId)),
  ),
  route(
    {
      ...writing,
      method: "post",
      path: "/v1/lead-imports/{importId}/undo",
      operation: "undoLeadImport",
      summary: "Undo an import",
      description:
        "For a week: deletes the leads it made and gives back what it changed, where nobody has changed it since.",
      params,
      answer: accepted,
      problems: ["conflict"],
    },
    async (ctx, { params }) => await toWire(ctx, await undoImport(ctx, params.importId)),
  ),
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/lead-imports/{importId}/refused",
      operation: "getRefusedRows",
      summary: "Take the rows that were not imported",
      description: "As CSV, each with its number and what is wrong with it. Kept for a week.",
      params,
      answer: { status: 200, contentType: "text/csv" },
      rate: "report",
    },
    async (ctx, { params }) =>
      new Response(await refusedRows(ctx, params.importId), {
        headers: {
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": `attachment; filename="refused-rows.csv"`,
        },
      }),
  ),
];

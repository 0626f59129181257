import * as z from "zod";
import { importStates } from "../../db/schema/cell/imports";
import { idOf, toWireTime, wireTime } from "../kernel/contract";
import type { CustomField } from "../leads";
import { type Plan, planShape } from "./plan";
import type { Preview } from "./preview";
import { encodings } from "./pure/decode";
import { guessDates, guessDecimal, guessTargets } from "./guess";
import { type Separator, separators } from "./pure/records";
import type { LeadImport } from "./queries";

export const importWire = z
  .strictObject({
    id: idOf("leadImport"),
    fileName: z.string(),
    status: z.enum(importStates),
    bytes: z.int(),
    encoding: z.string(),
    separator: z.string(),
    rows: z.int().meta({ description: "Without the row that names the columns." }),
    columns: z
      .array(
        z.strictObject({
          column: z.int(),
          name: z.string(),
          samples: z.array(z.string()),
          to: z.string().nullable().meta({ description: "What it seems to be." }),
        }),
      )
      .meta({ description: "As long as it is not started." }),
    suggested: z.strictObject({
      hasHeader: z.boolean(),
      decimal: planShape.shape.decimal.unwrap(),
      dates: planShape.shape.dates.unwrap(),
    }),
    duplicates: planShape.shape.duplicates.unwrap().nullable(),
    automations: z.boolean(),
    done: z.int(),
    created: z.int(),
    updated: z.int(),
    skipped: z.int(),
    failed: z.int(),
    removed: z.int().meta({ description: "By undoing: made by the import, and deleted again." }),
    restored: z.int(),
    kept: z.int().meta({ description: "Changed since, and so left alone by undoing." }),
    errorMessage: z.string().nullable(),
    requestedBy: z.string().nullable(),
    createdAt: wireTime,
    startedAt: wireTime.nullable(),
    finishedAt: wireTime.nullable(),
    undoUntil: wireTime.nullable(),
    undoneBy: z.string().nullable(),
  })
  .meta({ id: "LeadImport" });

const mostSamples = 5;

export function importToWire(
  fields: readonly Pick<CustomField, "key" | "label">[],
): (row: LeadImport) => z.input<typeof importWire> {
  return (row) => {
    const { head, hasHeader, plan, separator } = row;
    const wanted = plan as Plan | null; // safe: only startImport writes it
    return {
      ...told(row),
      rows: Math.max(row.records - (hasHeader ? 1 : 0), 0),
      columns: row.status === "ready" ? columnsOf(row, fields) : [],
      suggested: {
        hasHeader,
        decimal: guessDecimal(separator as Separator), // safe: only a separator is ever kept there
        dates: guessDates(head),
      },
      duplicates: wanted?.duplicates ?? null,
      automations: wanted?.automations ?? false,
      createdAt: toWireTime(row.createdAt),
      startedAt: toWireTime(row.startedAt),
      finishedAt: toWireTime(row.finishedAt),
      undoUntil: toWireTime(row.undoUntil),
    };
  };
}

const asTheyAre = [
  "id",
  "fileName",
  "status",
  "bytes",
  "encoding",
  "separator",
  "done",
  "created",
  "updated",
  "skipped",
  "failed",
  "removed",
  "restored",
  "kept",
  "errorMessage",
  "requestedBy",
  "undoneBy",
] as const;

function told(row: LeadImport) {
  // safe: the names are a list of columns, each taken as it is
  return Object.fromEntries(asTheyAre.map((name) => [name, row[name]])) as Pick<
    LeadImport,
    (typeof asTheyAre)[number]
  >;
}

function columnsOf({ head, hasHeader }: LeadImport, fields: readonly Pick<CustomField, "key" | "label">[]) {
  const width = Math.max(0, ...head.map(({ length }) => length));
  const names = Array.from({ length: width }, (_, column) => (hasHeader ? (head[0]?.[column] ?? "") : ""));
  const samples = names.map((_, column) =>
    head
      .slice(hasHeader ? 1 : 0)
      .map((cells) => cells[column] ?? "")
      .filter((cell) => cell.trim() !== ""),
  );
  const targets = guessTargets(names, samples, fields);
  return names.map((name, column) => ({
    column,
    name: name.trim(),
    samples: samples[column]?.slice(0, mostSamples) ?? [],
    to: targets[column] ?? null,
  }));
}

export const uploadQuery = z.strictObject({
  fileName: z.string().min(1).max(300).meta({ example: "leads.csv" }),
  encoding: z.enum(encodings).optional(),
  separator: z.enum(separators).optional(),
});

export const previewWire = z.strictObject({
  rows: z.array(
    z.strictObject({
      row: z.int(),
      does: z.enum(["create", "update", "skip", "refuse"]),
      leadId: idOf("lead").nullable(),
      values: z.record(z.string(), z.unknown()),
      errors: z.array(z.strictObject({ field: z.string(), detail: z.string() })),
    }),
  ),
  counts: z.strictObject({ create: z.int(), update: z.int(), skip: z.int(), refuse: z.int() }),
  looked: z.int().meta({ description: "How many of the first rows were looked at." }),
});

export function previewToWire({ rows, counts, looked }: Preview): z.input<typeof previewWire> {
  return {
    rows: rows.map(({ row, does, faults, known }) => ({
      row: row.row,
      does,
      leadId: known?.id ?? null,
      values: {
        ...row.fields,
        ...Object.fromEntries(
          Object.entries(row.customFields).map(([key, value]) => [`custom.${key}`, value]),
        ),
        ...(row.tags.length > 0 ? { tags: row.tags } : {}),
        ...(row.source ? { source: row.source } : {}),
        ...(row.stage ? { stage: row.stage } : {}),
        ...(row.assignee ? { assignee: row.assignee } : {}),
      },
      errors: faults,
    })),
    counts,
    looked,
  };
}

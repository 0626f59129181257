import { globSync, readFileSync } from "node:fs";
import { is } from "drizzle-orm";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { describe, expect, it } from "vitest";
import * as activities from "../../../db/schema/cell/activities";
import * as assignment from "../../../db/schema/cell/assignment";
import * as performance from "../../../db/schema/cell/performance";
import * as ai from "../../../db/schema/cell/ai";
import * as business from "../../../db/schema/cell/business";
import * as bundles from "../../../db/schema/cell/bundles";
import * as content from "../../../db/schema/cell/content";
import * as conversations from "../../../db/schema/cell/conversations";
import * as forecasts from "../../../db/schema/cell/forecasts";
import * as duplicates from "../../../db/schema/cell/duplicates";
import * as enrichment from "../../../db/schema/cell/enrichment";
import * as forms from "../../../db/schema/cell/forms";
import * as insights from "../../../db/schema/cell/insights";
import * as imports from "../../../db/schema/cell/imports";
import * as leadCatalogue from "../../../db/schema/cell/lead-catalogue";
import * as leadWork from "../../../db/schema/cell/lead-work";
import * as leads from "../../../db/schema/cell/leads";
import * as links from "../../../db/schema/cell/links";
import * as publishing from "../../../db/schema/cell/publishing";
import * as scoringModels from "../../../db/schema/cell/scoring-models";
import * as scoring from "../../../db/schema/cell/scoring";
import * as spine from "../../../db/schema/cell/spine";
import * as submissions from "../../../db/schema/cell/submissions";
import * as usage from "../../../db/schema/cell/usage";
import * as visitors from "../../../db/schema/cell/visitors";

const cellTables = [
  assignment,
  performance,
  activities,
  ai,
  bundles,
  business,
  content,
  conversations,
  forms,
  insights,
  forecasts,
  scoringModels,
  imports,
  publishing,
  scoring,
  spine,
  submissions,
  usage,
  visitors,
  links,
  leads,
  leadCatalogue,
  leadWork,
  duplicates,
  enrichment,
]
  .flatMap((file) => Object.values(file))
  .filter((value) => is(value, SQLiteTable))
  .map((table) => getTableConfig(table))
  // Guards never hold a row; idempotency keys belong to whoever owns the call, a person where there is no organization yet.
  .filter(({ name }) => name !== "guards" && name !== "idempotency_keys");

describe("every cell table", () => {
  it.each(cellTables.map((table) => [table.name, table] as const))(
    "%s belongs to an organization",
    (_, table) => {
      expect(table.columns.find(({ name }) => name === "organization_id")?.notNull).toBe(true);
    },
  );

  it.each(cellTables.map((table) => [table.name, table] as const))(
    "%s has no more than 100 columns",
    (_, table) => {
      expect(table.columns.length).toBeLessThanOrEqual(100);
    },
  );

  it("has its schema file named in this test", () => {
    expect(
      globSync("db/schema/cell/*.ts")
        .map((path) => path.split("/").at(-1))
        .toSorted(),
    ).toEqual(
      [
        "activities.ts",
        "ai.ts",
        "assignment.ts",
        "bundles.ts",
        "business.ts",
        "content.ts",
        "conversations.ts",
        "forecasts.ts",
        "duplicates.ts",
        "enrichment.ts",
        "forms.ts",
        "insights.ts",
        "imports.ts",
        "lead-catalogue.ts",
        "lead-columns.ts",
        "lead-work.ts",
        "leads.ts",
        "links.ts",
        "performance.ts",
        "publishing.ts",
        "scoring-models.ts",
        "scoring.ts",
        "spine.ts",
        "submissions.ts",
        "usage.ts",
        "visitors.ts",
      ].toSorted(),
    );
  });
});

describe("migrations", () => {
  const files = globSync("migrations/*.sql").toSorted();

  it("never drop a table, cascade or switch foreign keys off", () => {
    const risky = /DROP TABLE|__new_|foreign_keys\s*=\s*OFF|ON DELETE CASCADE/i;
    expect(files.filter((path) => risky.test(readFileSync(path, "utf8")))).toEqual([]);
  });

  it("are numbered without a gap or a double", () => {
    expect(files.map((path) => Number(path.split("/").at(-1)?.slice(0, 4)))).toEqual(
      files.map((_, index) => index),
    );
  });
});

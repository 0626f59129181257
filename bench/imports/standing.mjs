import { createHash } from "node:crypto";
import { openDatabaseOf } from "../real-product.mjs";

/** Found out anew by jobs whenever a lead is looked at: no import writes it, and no undoing gives it back. */
const computed = new Set([
  "number",
  "score",
  "score_confidence",
  "engagement_level",
  "conversion_probability",
]);

/** All leads as they stand, and what is kept beside them: how many rows, and what they come to. */
export async function standingOf(directory) {
  const { database, all, close } = openDatabaseOf(directory);
  try {
    const columns = database.prepare("select name from pragma_table_info('leads')").all();
    const kept = columns.map(({ name }) => name).filter((name) => !computed.has(name));
    const standing = {};
    for (const [name, query] of Object.entries({
      leads: `select ${kept.join(", ")} from leads order by id`,
      tags: "select tag_id, lead_id from lead_tag_links order by 1, 2",
      values: "select field_id, value, lead_id from lead_field_values order by 1, 2, 3",
      totals:
        "select stage_id, currency, lead_count, value_sum from lead_stage_totals where lead_count <> 0 order by 1, 2",
      words:
        "select leads.id, open, contact from leads_fts join leads on number = leads_fts.rowid order by 1",
    })) {
      const rows = await all(query);
      standing[name] = { rows: rows.length, hash: hashOf(rows) };
    }
    return standing;
  } finally {
    close();
  }
}

function hashOf(rows) {
  const hash = createHash("sha256");
  for (const row of rows) hash.update(JSON.stringify(row));
  return hash.digest("hex").slice(0, 16);
}

/** What begins with a new world (models, insights, figures of every day) is done first: it would be taken for the import's. */
export async function untilIdle(directory) {
  const { all, close } = openDatabaseOf(directory);
  try {
    for (let calm = 0; calm < 3; await new Promise((resolve) => setTimeout(resolve, 1000))) {
      const due = `run_at < ${Date.now() + 2000} and status in ('pending', 'retrying')`;
      const [{ n }] = await all(`select count(*) as n from jobs where status = 'processing' or (${due})`);
      calm = n === 0 ? calm + 1 : 0;
    }
  } finally {
    close();
  }
}

import { sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { analysisFacts, businesses, websiteAnalyses } from "../schema/cell/business";
import {
  blogPosts,
  contentPieces,
  contentUpgrades,
  contentVersions,
  emails,
  pieceSources,
  socialPosts,
} from "../schema/cell/content";
import { managedUrls } from "../schema/cell/links";
import type { Ground } from "./people";

const writtenAs = "https://northwind.test/";

/** The company's website is served beside the product: what is written about it leads there, and it can be read again. */
export async function leadToSite(ground: Ground, site: string): Promise<void> {
  for (const column of columns) {
    // safe: the name of one of the columns below
    const name = sql.identifier(column.name);
    const led = sql`replace(${column}, ${writtenAs}, ${site})`;
    const where = sql`instr(${column}, ${writtenAs}) > 0`;
    await ground.control.run(sql`update ${column.table} set ${name} = ${led} where ${where}`);
  }
}

const columns: SQLiteColumn[] = [
  businesses.website,
  businesses.primaryCtaUrl,
  websiteAnalyses.url,
  websiteAnalyses.pages,
  analysisFacts.url,
  contentPieces.ctaUrl,
  blogPosts.content,
  socialPosts.content,
  contentUpgrades.content,
  emails.content,
  contentVersions.snapshot,
  pieceSources.url,
  managedUrls.url,
  managedUrls.sourceUrl,
];

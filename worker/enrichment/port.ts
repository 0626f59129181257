import type { EnrichmentFinding } from "../../db/schema/cell/enrichment";
import type { FetcherPort } from "../kernel/ports";

export type Outside = { fetcher: FetcherPort; now(): number };

/** Somebody who can be asked what is publicly known of a company. */
export interface EnrichmentPort {
  readonly provider: string;
  lookUp(domain: string, outside: Outside): Promise<EnrichmentFinding[]>;
}

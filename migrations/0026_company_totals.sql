CREATE TABLE `company_stage_totals` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`company_id` text NOT NULL,
	`stage_id` text NOT NULL,
	`currency` text NOT NULL,
	`lead_count` integer NOT NULL,
	`value_sum` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `company_stage_totals_of` ON `company_stage_totals` (`organization_id`,`company_id`,`stage_id`,`currency`);--> statement-breakpoint
ALTER TABLE `companies` ADD `lead_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `companies_leads` ON `companies` (`organization_id`,`lead_count`,`id`) WHERE deleted_at is null;--> statement-breakpoint
INSERT INTO `company_stage_totals` (`organization_id`, `company_id`, `stage_id`, `currency`, `lead_count`, `value_sum`)
  SELECT organization_id, company_id, stage_id,
    CASE WHEN predicted_value IS NULL THEN '' ELSE coalesce(value_currency, '') END AS money,
    count(*), coalesce(sum(predicted_value), 0)
  FROM leads WHERE is_listed = 1 AND company_id IS NOT NULL GROUP BY organization_id, company_id, stage_id, money;--> statement-breakpoint
UPDATE `companies` SET lead_count = mine.leads
  FROM (SELECT organization_id, company_id, sum(lead_count) AS leads FROM company_stage_totals GROUP BY organization_id, company_id) AS mine
  WHERE companies.organization_id = mine.organization_id AND companies.id = mine.company_id;

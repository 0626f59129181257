CREATE TABLE `duplicate_scans` (
	`organization_id` text PRIMARY KEY NOT NULL,
	`cursor` text,
	`looked` integer DEFAULT 0 NOT NULL,
	`found` integer DEFAULT 0 NOT NULL,
	`started_by` text,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `lead_duplicates` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`lead_id` text NOT NULL,
	`other_lead_id` text NOT NULL,
	`score` integer NOT NULL,
	`reasons` text NOT NULL,
	`status` text DEFAULT 'open' NOT NULL,
	`merge_id` text,
	`decided_by` text,
	`decided_at` integer,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lead_duplicates_pair` ON `lead_duplicates` (`organization_id`,`lead_id`,`other_lead_id`);--> statement-breakpoint
CREATE INDEX `lead_duplicates_other` ON `lead_duplicates` (`organization_id`,`other_lead_id`);--> statement-breakpoint
CREATE INDEX `lead_duplicates_open` ON `lead_duplicates` (`organization_id`,`score`,`id`) WHERE status = 'open';--> statement-breakpoint
CREATE TABLE `lead_merges` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`lead_id` text NOT NULL,
	`into_lead_id` text NOT NULL,
	`merged_id` text NOT NULL,
	`other_key` text,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`moved` text NOT NULL,
	`merged_by` text,
	`undone_at` integer,
	`undone_by` text,
	`sealed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lead_merges_merged` ON `lead_merges` (`organization_id`,`merged_id`) WHERE undone_at is null;--> statement-breakpoint
CREATE INDEX `lead_merges_lead` ON `lead_merges` (`organization_id`,`lead_id`,`id`);--> statement-breakpoint
CREATE INDEX `lead_merges_key` ON `lead_merges` (`organization_id`,`other_key`) WHERE undone_at is null and other_key is not null;--> statement-breakpoint
CREATE TABLE `lead_enrichments` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`lead_id` text NOT NULL,
	`status` text NOT NULL,
	`provider` text NOT NULL,
	`domain` text NOT NULL,
	`findings` text DEFAULT '[]' NOT NULL,
	`filled` text DEFAULT '[]' NOT NULL,
	`error_message` text,
	`requested_by` text,
	`finished_at` integer,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `lead_enrichments_lead` ON `lead_enrichments` (`organization_id`,`lead_id`,`id`);--> statement-breakpoint
CREATE INDEX `lead_enrichments_domain` ON `lead_enrichments` (`organization_id`,`domain`,`id`);--> statement-breakpoint
ALTER TABLE `deleted_leads` ADD `merged_into` text;--> statement-breakpoint
CREATE INDEX `deleted_leads_list` ON `deleted_leads` (`organization_id`,`id`) WHERE merged_into is null;
DROP INDEX `deleted_leads_list`;--> statement-breakpoint
CREATE INDEX `deleted_leads_last` ON `deleted_leads` (`organization_id`,`deleted_at`,`id`) WHERE merged_into is null;--> statement-breakpoint
ALTER TABLE `lead_imports` ADD `undone_by` text;
CREATE INDEX `lead_forms_names` ON `lead_forms` (`organization_id`,lower(name),`id`);--> statement-breakpoint
CREATE INDEX `lead_forms_titles` ON `lead_forms` (`organization_id`,lower(title),`id`);--> statement-breakpoint
CREATE INDEX `managed_urls_names` ON `managed_urls` (`organization_id`,lower(name),`id`);--> statement-breakpoint
CREATE INDEX `managed_urls_slugs` ON `managed_urls` (`organization_id`,`slug`,`id`);--> statement-breakpoint
CREATE INDEX `managed_urls_targets` ON `managed_urls` (`organization_id`,`url`,`id`);
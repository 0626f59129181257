CREATE TABLE `activities` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`lead_id` text NOT NULL,
	`type` text NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	`subject` text DEFAULT '' NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`outcome` text DEFAULT '' NOT NULL,
	`duration_minutes` integer,
	`assigned_to` text,
	`due_at` integer,
	`remind_at` integer,
	`completed_at` integer,
	`created_by` text,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `activities_lead` ON `activities` (`organization_id`,`lead_id`,`state`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `activities_assigned` ON `activities` (`organization_id`,`assigned_to`,`state`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `activities_all` ON `activities` (`organization_id`,`state`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `facts_lead` ON `facts` (`organization_id`,`subject_id`,`id`) WHERE subject_id >= 'lead_' and subject_id < 'lead`';
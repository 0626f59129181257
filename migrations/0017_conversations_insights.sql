CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`lead_id` text NOT NULL,
	`activity_id` text,
	`thread_id` text NOT NULL,
	`external_id` text,
	`direction` text NOT NULL,
	`channel` text NOT NULL,
	`subject` text DEFAULT '' NOT NULL,
	`content` text NOT NULL,
	`recorded_by` text,
	`occurred_at` integer NOT NULL,
	`analysis_status` text NOT NULL,
	`analysis_error` text,
	`analyzed_at` integer,
	`analyzed_by` text,
	`sentiment` text,
	`intent` text,
	`topics` text,
	`entities` text,
	`buying_signals` text,
	`correction` text,
	`corrected_by` text,
	`corrected_at` integer,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `conversations_lead` ON `conversations` (`organization_id`,`lead_id`,`occurred_at`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_thread` ON `conversations` (`organization_id`,`lead_id`,`thread_id`,`occurred_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `conversations_external` ON `conversations` (`organization_id`,`lead_id`,`external_id`) WHERE external_id is not null;--> statement-breakpoint
CREATE TABLE `ai_insights` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`lead_id` text NOT NULL,
	`type` text NOT NULL,
	`finding` text NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`confidence` real NOT NULL,
	`priority` integer NOT NULL,
	`cited` text NOT NULL,
	`data` text NOT NULL,
	`status` text DEFAULT 'open' NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`expires_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ai_insights_finding` ON `ai_insights` (`organization_id`,`lead_id`,`type`,`finding`);--> statement-breakpoint
CREATE INDEX `ai_insights_open` ON `ai_insights` (`organization_id`,`priority`,`id`) WHERE status = 'open';
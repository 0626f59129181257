CREATE TABLE `form_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`form_id` text NOT NULL,
	`number` integer NOT NULL,
	`reason` text NOT NULL,
	`definition` text NOT NULL,
	`created_by` text,
	CONSTRAINT "form_versions_reason" CHECK(reason in ('published', 'kept'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `form_versions_number` ON `form_versions` (`organization_id`,`form_id`,`number`);--> statement-breakpoint
CREATE TABLE `lead_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`business_id` text NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`ai_personalization_enabled` integer DEFAULT false NOT NULL,
	`definition` text NOT NULL,
	`form_settings` text NOT NULL,
	`challenge_secret` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`definition_revision` integer DEFAULT 1 NOT NULL,
	`published_revision` integer,
	`published_version_id` text,
	`published_at` integer,
	`response_count` integer DEFAULT 0 NOT NULL,
	`archived_at` integer,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `lead_forms_open` ON `lead_forms` (`organization_id`,`id`) WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX `lead_forms_archived` ON `lead_forms` (`organization_id`,`id`) WHERE archived_at is not null;
-- A row of form_submissions costs itself and one index: with a rowid, its key would be a second b-tree.
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`form_id` text NOT NULL,
	`field_key` text NOT NULL,
	`submission_id` text,
	`object_key` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `files_submission` ON `files` (`organization_id`,`submission_id`,`id`);--> statement-breakpoint
CREATE TABLE `form_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`form_id` text NOT NULL,
	`form_version` integer NOT NULL,
	`answers` text NOT NULL,
	`last_key` text NOT NULL,
	`sent_at` integer,
	`expires_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `form_drafts_form` ON `form_drafts` (`organization_id`,`form_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `form_submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`form_id` text NOT NULL,
	`form_version` integer NOT NULL,
	`business_id` text,
	`state` text NOT NULL,
	`number` integer,
	`lead_id` text,
	`answers` text NOT NULL,
	`consents` text DEFAULT '[]' NOT NULL,
	`origin` text NOT NULL,
	`flags` text DEFAULT '[]' NOT NULL,
	`spam_reason` text,
	`confirmed_at` integer,
	`awaits_confirmation` integer DEFAULT false NOT NULL,
	`has_files` integer DEFAULT false NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `form_submissions_kept` ON `form_submissions` (`organization_id`,`form_id`,`number`) WHERE number is not null;--> statement-breakpoint
CREATE INDEX `form_submissions_spam` ON `form_submissions` (`organization_id`,`form_id`,`created_at`,`id`) WHERE number is null;
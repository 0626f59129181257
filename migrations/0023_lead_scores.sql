CREATE TABLE `lead_score_states` (
	`organization_id` text NOT NULL,
	`lead_id` text NOT NULL,
	`score` integer,
	`band` text,
	`changes_at` integer,
	`override_score` integer,
	`override_note` text,
	`override_by` text,
	`override_at` integer,
	`override_until` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `lead_id`)
);
--> statement-breakpoint
CREATE INDEX `lead_score_states_due` ON `lead_score_states` (`changes_at`) WHERE changes_at is not null;--> statement-breakpoint
CREATE TABLE `lead_scores` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`lead_id` text NOT NULL,
	`score` integer NOT NULL,
	`fit` integer NOT NULL,
	`engagement` integer NOT NULL,
	`band` text NOT NULL,
	`confidence` real NOT NULL,
	`model_version` text NOT NULL,
	`dimensions` text NOT NULL,
	`explanation` text NOT NULL,
	`recommendations` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
CREATE INDEX `lead_scores_lead` ON `lead_scores` (`organization_id`,`lead_id`,`id`);--> statement-breakpoint
CREATE TABLE `lead_scoring_previews` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`change` text NOT NULL,
	`status` text NOT NULL,
	`total` integer NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`raised` integer DEFAULT 0 NOT NULL,
	`lowered` integer DEFAULT 0 NOT NULL,
	`moves` text DEFAULT '{}' NOT NULL,
	`examples` text DEFAULT '[]' NOT NULL,
	`is_sample` integer NOT NULL,
	`cursor` text,
	`finished_at` integer,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `lead_scoring_previews_list` ON `lead_scoring_previews` (`organization_id`,`id`);--> statement-breakpoint
CREATE TABLE `lead_scoring_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`name` text NOT NULL,
	`axis` text NOT NULL,
	`kind` text NOT NULL,
	`condition` text,
	`signals` text DEFAULT '[]' NOT NULL,
	`within_days` integer,
	`points` integer NOT NULL,
	`group_name` text,
	`repeat_limit` integer DEFAULT 1 NOT NULL,
	`decay_days` integer,
	`position` integer NOT NULL,
	`is_active` integer DEFAULT true NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "lead_scoring_rules_points" CHECK("lead_scoring_rules"."points" between -100 and 100)
);
--> statement-breakpoint
CREATE INDEX `lead_scoring_rules_order` ON `lead_scoring_rules` (`organization_id`,`position`);--> statement-breakpoint
CREATE TABLE `lead_scoring_settings` (
	`organization_id` text PRIMARY KEY NOT NULL,
	`groups` text DEFAULT '[]' NOT NULL,
	`fit_max` integer NOT NULL,
	`engagement_max` integer NOT NULL,
	`warm_at` integer NOT NULL,
	`hot_at` integer NOT NULL,
	`hysteresis` integer NOT NULL,
	`revision` integer NOT NULL,
	`run_total` integer DEFAULT 0 NOT NULL,
	`run_done` integer DEFAULT 0 NOT NULL,
	`run_changed` integer DEFAULT 0 NOT NULL,
	`run_started_at` integer,
	`run_finished_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);

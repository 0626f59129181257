CREATE TABLE `clicks` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`link_id` text NOT NULL,
	`click_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`visitor_id` text,
	`country` text,
	`device` text NOT NULL,
	`browser` text DEFAULT '' NOT NULL,
	`language` text DEFAULT '' NOT NULL,
	`referrer` text DEFAULT '' NOT NULL,
	`network` text,
	`user_agent` text DEFAULT '' NOT NULL,
	`signals` text DEFAULT '[]' NOT NULL,
	`verdict` text NOT NULL,
	`reason` text NOT NULL,
	`judged_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `clicks_once` ON `clicks` (`organization_id`,`link_id`,`click_id`);--> statement-breakpoint
CREATE INDEX `clicks_visitor` ON `clicks` (`organization_id`,`visitor_id`,`click_id`) WHERE visitor_id is not null;--> statement-breakpoint
CREATE TABLE `link_days` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`link_id` text NOT NULL,
	`day` text NOT NULL,
	`verdict` text NOT NULL,
	`clicks` integer NOT NULL,
	`countries` text NOT NULL,
	`devices` text NOT NULL,
	`referrers` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `link_days_once` ON `link_days` (`organization_id`,`link_id`,`day`,`verdict`);--> statement-breakpoint
CREATE TABLE `managed_urls` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`business_id` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`source_type` text DEFAULT 'by_hand' NOT NULL,
	`source_id` text,
	`purpose` text DEFAULT '' NOT NULL,
	`source_url` text,
	`url` text NOT NULL,
	`utm_params` text DEFAULT '{}' NOT NULL,
	`rules` text DEFAULT '[]' NOT NULL,
	`passes_ids` integer DEFAULT true NOT NULL,
	`expires_at` integer,
	`archived_at` integer,
	`click_count` integer DEFAULT 0 NOT NULL,
	`human_count` integer DEFAULT 0 NOT NULL,
	`last_clicked_at` integer,
	`last_checked_at` integer,
	`next_check_at` integer,
	`check_state` text DEFAULT 'unknown' NOT NULL,
	`check_note` text DEFAULT '' NOT NULL,
	`moved_to` text,
	`failures` integer DEFAULT 0 NOT NULL,
	`created_by` text,
	`updated_at` integer NOT NULL,
	CONSTRAINT "managed_urls_target" CHECK("managed_urls"."url" like 'http%')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `managed_urls_slug` ON `managed_urls` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `managed_urls_purpose` ON `managed_urls` (`organization_id`,`source_id`,`purpose`) WHERE source_id is not null;--> statement-breakpoint
CREATE INDEX `managed_urls_list` ON `managed_urls` (`organization_id`,`id`);--> statement-breakpoint
CREATE INDEX `managed_urls_business` ON `managed_urls` (`organization_id`,`business_id`,`id`);--> statement-breakpoint
CREATE INDEX `managed_urls_broken` ON `managed_urls` (`organization_id`,`check_state`,`id`) WHERE check_state in ('dead', 'moved') and archived_at is null;--> statement-breakpoint
CREATE INDEX `managed_urls_due` ON `managed_urls` (`next_check_at`) WHERE next_check_at is not null;
-- An event is one row written: with a rowid, its key would be a second b-tree.
CREATE TABLE `campaign_event_days` (
	`organization_id` text NOT NULL,
	`day` text NOT NULL,
	`type` text NOT NULL,
	`campaign_id` text DEFAULT '' NOT NULL,
	`is_bot` integer NOT NULL,
	`events` integer NOT NULL,
	`visitors` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `day`, `type`, `campaign_id`, `is_bot`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `campaign_events` (
	`id` text NOT NULL,
	`organization_id` text NOT NULL,
	`visitor_id` text NOT NULL,
	`type` text NOT NULL,
	`at` integer NOT NULL,
	`session_id` text,
	`traffic` text DEFAULT 'human' NOT NULL,
	`url` text,
	`title` text,
	`referrer` text,
	`country` text,
	`device` text,
	`campaign_id` text,
	`business_id` text,
	`piece_id` text,
	`link_id` text,
	`click_id` text,
	`form_id` text,
	`submission_id` text,
	`utm` text DEFAULT '{}' NOT NULL,
	`data` text DEFAULT '{}' NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `visitor_id`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`business_id` text,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`type` text NOT NULL,
	`status` text DEFAULT 'draft' NOT NULL,
	`platform_source` text,
	`platform_source_id` text,
	`target_audience` text DEFAULT '' NOT NULL,
	`business_type` text DEFAULT '' NOT NULL,
	`goals` text DEFAULT '[]' NOT NULL,
	`brand_guidelines` text DEFAULT '' NOT NULL,
	`performance_requirements` text DEFAULT '{}' NOT NULL,
	`starts_at` integer,
	`ends_at` integer,
	`launched_at` integer,
	`budget_amount` integer,
	`spent_amount` integer DEFAULT 0 NOT NULL,
	`currency` text DEFAULT 'usd' NOT NULL,
	`utm_campaign` text,
	`updated_at` integer NOT NULL,
	CONSTRAINT "campaigns_spent" CHECK("campaigns"."spent_amount" >= 0)
);
--> statement-breakpoint
CREATE INDEX `campaigns_list` ON `campaigns` (`organization_id`,`status`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `campaigns_utm` ON `campaigns` (`organization_id`,`utm_campaign`) WHERE utm_campaign is not null;--> statement-breakpoint
CREATE TABLE `tracking_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`business_id` text,
	`name` text NOT NULL,
	`key` text NOT NULL,
	`domains` text NOT NULL,
	`consent_mode` text NOT NULL,
	`ends_at` integer,
	`last_event_at` integer,
	`last_event_url` text,
	`created_by` text,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `tracking_keys_list` ON `tracking_keys` (`organization_id`,`id`);--> statement-breakpoint
CREATE TABLE `visitor_identities` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`visitor_id` text NOT NULL,
	`lead_id` text NOT NULL,
	`how` text NOT NULL,
	`evidence_id` text,
	`consented_at` integer,
	`actor_id` text,
	`undone_at` integer,
	`undone_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visitor_identities_one_lead` ON `visitor_identities` (`organization_id`,`visitor_id`) WHERE undone_at is null;--> statement-breakpoint
CREATE INDEX `visitor_identities_lead` ON `visitor_identities` (`organization_id`,`lead_id`,`id`);--> statement-breakpoint
CREATE TABLE `visitors` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`kind` text NOT NULL,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`landing_url` text,
	`referrer` text,
	`utm` text DEFAULT '{}' NOT NULL,
	`country` text,
	`device` text
) WITHOUT ROWID;

CREATE TABLE `lead_custom_fields` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`key` text NOT NULL,
	`label` text NOT NULL,
	`type` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`options` text DEFAULT '[]' NOT NULL,
	`is_required` integer DEFAULT false NOT NULL,
	`is_unique` integer DEFAULT false NOT NULL,
	`is_filterable` integer DEFAULT false NOT NULL,
	`position` integer NOT NULL,
	`archived_at` integer,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lead_custom_fields_key` ON `lead_custom_fields` (`organization_id`,`key`);--> statement-breakpoint
CREATE TABLE `lead_field_values` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`field_id` text NOT NULL,
	`value` blob NOT NULL,
	`lead_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lead_field_values_of` ON `lead_field_values` (`organization_id`,`field_id`,`value`,`lead_id`);--> statement-breakpoint
CREATE TABLE `lead_sources` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`type` text NOT NULL,
	`utm_source` text,
	`utm_medium` text,
	`utm_campaign` text,
	`is_active` integer DEFAULT true NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lead_sources_name` ON `lead_sources` (`organization_id`,`name_key`);--> statement-breakpoint
CREATE TABLE `lead_stage_totals` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`stage_id` text NOT NULL,
	`currency` text NOT NULL,
	`lead_count` integer NOT NULL,
	`value_sum` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lead_stage_totals_of` ON `lead_stage_totals` (`organization_id`,`stage_id`,`currency`);--> statement-breakpoint
CREATE TABLE `lead_stages` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	`color` text NOT NULL,
	`status` text NOT NULL,
	`is_default` integer DEFAULT false NOT NULL,
	`win_probability` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "lead_stages_probability" CHECK("lead_stages"."win_probability" between 0 and 100)
);
--> statement-breakpoint
CREATE INDEX `lead_stages_order` ON `lead_stages` (`organization_id`,`position`);--> statement-breakpoint
CREATE TABLE `lead_tag_links` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`tag_id` text NOT NULL,
	`lead_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lead_tag_links_of` ON `lead_tag_links` (`organization_id`,`tag_id`,`lead_id`);--> statement-breakpoint
CREATE TABLE `lead_tags` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`color` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lead_tags_name` ON `lead_tags` (`organization_id`,`name_key`);--> statement-breakpoint
CREATE TABLE `bulk_action_leads` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`bulk_action_id` text NOT NULL,
	`lead_id` text NOT NULL,
	`before` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bulk_action_leads_of` ON `bulk_action_leads` (`organization_id`,`bulk_action_id`,`lead_id`);--> statement-breakpoint
CREATE INDEX `bulk_action_leads_lead` ON `bulk_action_leads` (`organization_id`,`lead_id`);--> statement-breakpoint
CREATE TABLE `bulk_actions` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`kind` text NOT NULL,
	`change` text NOT NULL,
	`selection` text NOT NULL,
	`status` text NOT NULL,
	`total` integer NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`changed` integer DEFAULT 0 NOT NULL,
	`failed` integer DEFAULT 0 NOT NULL,
	`undone` integer DEFAULT 0 NOT NULL,
	`cursor` text,
	`error_message` text,
	`requested_by` text,
	`finished_at` integer,
	`undo_until` integer,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `bulk_actions_list` ON `bulk_actions` (`organization_id`,`id`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL,
	`visibility` text NOT NULL,
	`condition` text,
	`columns` text DEFAULT '[]' NOT NULL,
	`sort` text NOT NULL,
	`group_by` text,
	`position` integer DEFAULT 0 NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `saved_views_list` ON `saved_views` (`organization_id`,`visibility`,`owner_id`,`id`);--> statement-breakpoint
CREATE TABLE `companies` (
	`number` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`business_id` text,
	`owner_id` text,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`match_key` text,
	`website` text,
	`domain` text,
	`industry` text DEFAULT '' NOT NULL,
	`size` text,
	`phone` text,
	`address` text DEFAULT '{}' NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`company_data` text DEFAULT '{}' NOT NULL,
	`custom_fields` text DEFAULT '{}' NOT NULL,
	`is_active` integer DEFAULT true NOT NULL,
	`deleted_at` integer,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `companies_id` ON `companies` (`organization_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `companies_match` ON `companies` (`organization_id`,`match_key`) WHERE match_key is not null;--> statement-breakpoint
CREATE INDEX `companies_name` ON `companies` (`organization_id`,`name_key`,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE TABLE `conversions` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`lead_id` text NOT NULL,
	`type` text NOT NULL,
	`value` integer,
	`currency` text,
	`source` text,
	`medium` text,
	`campaign_id` text,
	`external_id` text,
	`refunded_amount` integer DEFAULT 0 NOT NULL,
	`refunded_at` integer,
	`occurred_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `conversions_lead` ON `conversions` (`organization_id`,`lead_id`,`occurred_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `conversions_external` ON `conversions` (`organization_id`,`external_id`) WHERE external_id is not null;--> statement-breakpoint
CREATE TABLE `deleted_leads` (
	`number` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`first_name` text DEFAULT '' NOT NULL,
	`last_name` text DEFAULT '' NOT NULL,
	`name_key` text DEFAULT '' NOT NULL,
	`email` text,
	`phone` text,
	`match_key` text,
	`phone_key` text,
	`job_title` text DEFAULT '' NOT NULL,
	`website` text,
	`address` text DEFAULT '{}' NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`company_id` text,
	`company_name` text DEFAULT '' NOT NULL,
	`business_id` text,
	`form_id` text,
	`campaign_id` text,
	`source_id` text,
	`assigned_to` text,
	`assigned_at` integer,
	`team_id` text,
	`stage_id` text NOT NULL,
	`stage_since` integer NOT NULL,
	`position` text NOT NULL,
	`status` text DEFAULT 'new' NOT NULL,
	`close_reason` text DEFAULT '' NOT NULL,
	`closed_at` integer,
	`score` integer,
	`score_confidence` real,
	`predicted_value` integer,
	`value_currency` text,
	`conversion_probability` real,
	`engagement_level` text DEFAULT 'unknown' NOT NULL,
	`communication_preference` text DEFAULT '{}' NOT NULL,
	`optimal_contact_time` text DEFAULT '{}' NOT NULL,
	`budget` text DEFAULT '' NOT NULL,
	`authority` text DEFAULT '' NOT NULL,
	`need` text DEFAULT '' NOT NULL,
	`timeline` text DEFAULT '' NOT NULL,
	`custom_fields` text DEFAULT '{}' NOT NULL,
	`tags` text DEFAULT '[]' NOT NULL,
	`consent` text,
	`enriched_data` text DEFAULT '{}' NOT NULL,
	`first_touch` text,
	`last_touch` text,
	`language` text,
	`converted_to_customer` integer DEFAULT false NOT NULL,
	`customer_id` text,
	`converted_at` integer,
	`last_contacted_at` integer,
	`next_follow_up_at` integer,
	`last_activity_at` integer,
	`created_by` text,
	`updated_at` integer NOT NULL,
	`deleted_at` integer NOT NULL,
	`deleted_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deleted_leads_id` ON `deleted_leads` (`organization_id`,`id`);--> statement-breakpoint
CREATE TABLE `leads` (
	`number` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`is_listed` integer DEFAULT false NOT NULL,
	`first_name` text DEFAULT '' NOT NULL,
	`last_name` text DEFAULT '' NOT NULL,
	`name_key` text DEFAULT '' NOT NULL,
	`email` text,
	`phone` text,
	`match_key` text,
	`phone_key` text,
	`job_title` text DEFAULT '' NOT NULL,
	`website` text,
	`address` text DEFAULT '{}' NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`company_id` text,
	`company_name` text DEFAULT '' NOT NULL,
	`business_id` text,
	`form_id` text,
	`campaign_id` text,
	`source_id` text,
	`assigned_to` text,
	`assigned_at` integer,
	`team_id` text,
	`stage_id` text NOT NULL,
	`stage_since` integer NOT NULL,
	`position` text NOT NULL,
	`status` text DEFAULT 'new' NOT NULL,
	`close_reason` text DEFAULT '' NOT NULL,
	`closed_at` integer,
	`score` integer,
	`score_confidence` real,
	`predicted_value` integer,
	`value_currency` text,
	`conversion_probability` real,
	`engagement_level` text DEFAULT 'unknown' NOT NULL,
	`communication_preference` text DEFAULT '{}' NOT NULL,
	`optimal_contact_time` text DEFAULT '{}' NOT NULL,
	`budget` text DEFAULT '' NOT NULL,
	`authority` text DEFAULT '' NOT NULL,
	`need` text DEFAULT '' NOT NULL,
	`timeline` text DEFAULT '' NOT NULL,
	`custom_fields` text DEFAULT '{}' NOT NULL,
	`tags` text DEFAULT '[]' NOT NULL,
	`consent` text,
	`enriched_data` text DEFAULT '{}' NOT NULL,
	`first_touch` text,
	`last_touch` text,
	`language` text,
	`converted_to_customer` integer DEFAULT false NOT NULL,
	`customer_id` text,
	`converted_at` integer,
	`last_contacted_at` integer,
	`next_follow_up_at` integer,
	`last_activity_at` integer,
	`created_by` text,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `leads_id` ON `leads` (`organization_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `leads_match` ON `leads` (`organization_id`,`match_key`) WHERE match_key is not null;--> statement-breakpoint
CREATE INDEX `leads_phone` ON `leads` (`organization_id`,`phone_key`) WHERE is_listed = 1 and phone_key is not null;--> statement-breakpoint
CREATE INDEX `leads_updated` ON `leads` (`organization_id`,`updated_at`,`id`) WHERE is_listed = 1;--> statement-breakpoint
CREATE INDEX `leads_score` ON `leads` (`organization_id`,`score`,`id`) WHERE is_listed = 1;--> statement-breakpoint
CREATE INDEX `leads_name` ON `leads` (`organization_id`,`name_key`,`id`) WHERE is_listed = 1;--> statement-breakpoint
CREATE INDEX `leads_follow_up` ON `leads` (`organization_id`,`next_follow_up_at`,`id`) WHERE is_listed = 1;--> statement-breakpoint
CREATE INDEX `leads_value` ON `leads` (`organization_id`,`predicted_value`,`id`) WHERE is_listed = 1;--> statement-breakpoint
CREATE INDEX `leads_status` ON `leads` (`organization_id`,`status`,`id`) WHERE is_listed = 1;--> statement-breakpoint
CREATE INDEX `leads_board` ON `leads` (`organization_id`,`stage_id`,`position`,`id`) WHERE is_listed = 1;--> statement-breakpoint
CREATE INDEX `leads_assigned` ON `leads` (`organization_id`,`assigned_to`,`id`) WHERE is_listed = 1;--> statement-breakpoint
CREATE INDEX `leads_source` ON `leads` (`organization_id`,`source_id`,`id`) WHERE is_listed = 1;--> statement-breakpoint
CREATE INDEX `leads_company` ON `leads` (`organization_id`,`company_id`,`id`) WHERE is_listed = 1 and company_id is not null;--> statement-breakpoint
CREATE TABLE `touchpoints` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`lead_id` text NOT NULL,
	`visitor_id` text,
	`kind` text NOT NULL,
	`piece_id` text,
	`link_id` text,
	`campaign_id` text,
	`form_id` text,
	`submission_id` text,
	`email_id` text,
	`source` text,
	`medium` text,
	`campaign` text,
	`term` text,
	`content` text,
	`referrer` text,
	`occurred_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `touchpoints_lead` ON `touchpoints` (`organization_id`,`lead_id`,`occurred_at`);--> statement-breakpoint
CREATE INDEX `touchpoints_piece` ON `touchpoints` (`organization_id`,`piece_id`,`occurred_at`) WHERE piece_id is not null;
CREATE TABLE `ai_budgets` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`daily_cap_micros` integer,
	`monthly_cap_micros` integer,
	`day` text DEFAULT '' NOT NULL,
	`day_micros` integer DEFAULT 0 NOT NULL,
	`month` text DEFAULT '' NOT NULL,
	`month_micros` integer DEFAULT 0 NOT NULL,
	`day_alert` integer DEFAULT 0 NOT NULL,
	`month_alert` integer DEFAULT 0 NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ai_budgets_organization` ON `ai_budgets` (`organization_id`);--> statement-breakpoint
CREATE TABLE `ai_cost_tracking` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`day` text NOT NULL,
	`provider` text NOT NULL,
	`model` text NOT NULL,
	`task` text NOT NULL,
	`prompt_version` text NOT NULL,
	`cost_micros` integer DEFAULT 0 NOT NULL,
	`prompt_tokens` integer DEFAULT 0 NOT NULL,
	`completion_tokens` integer DEFAULT 0 NOT NULL,
	`count` integer DEFAULT 0 NOT NULL,
	`failed_count` integer DEFAULT 0 NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ai_cost_tracking_day` ON `ai_cost_tracking` (`organization_id`,`day`,`provider`,`model`,`task`,`prompt_version`);--> statement-breakpoint
CREATE TABLE `ai_generations` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`task` text NOT NULL,
	`business_id` text,
	`bundle_id` text,
	`piece_id` text,
	`requested_by` text,
	`prompt_version` text NOT NULL,
	`provider` text DEFAULT '' NOT NULL,
	`model` text DEFAULT '' NOT NULL,
	`status` text NOT NULL,
	`prompt_tokens` integer DEFAULT 0 NOT NULL,
	`completion_tokens` integer DEFAULT 0 NOT NULL,
	`cost_micros` integer DEFAULT 0 NOT NULL,
	`duration_ms` integer DEFAULT 0 NOT NULL,
	`iterations` integer DEFAULT 1 NOT NULL,
	`error_code` text,
	`error_message` text,
	`rating` integer,
	`feedback` text DEFAULT '' NOT NULL,
	`accepted` integer,
	`completed_at` integer,
	`updated_at` integer NOT NULL,
	CONSTRAINT "ai_generations_rating" CHECK(coalesce("ai_generations"."rating", 1) between 1 and 5)
);
--> statement-breakpoint
CREATE INDEX `ai_generations_list` ON `ai_generations` (`organization_id`,`id`);--> statement-breakpoint
CREATE INDEX `ai_generations_piece` ON `ai_generations` (`organization_id`,`piece_id`,`id`) WHERE piece_id is not null;--> statement-breakpoint
CREATE TABLE `analysis_facts` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`analysis_id` text NOT NULL,
	`business_id` text NOT NULL,
	`kind` text NOT NULL,
	`statement` text NOT NULL,
	`sentence` text NOT NULL,
	`url` text NOT NULL,
	`confidence` real NOT NULL,
	`status` text DEFAULT 'proposed' NOT NULL,
	`position` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "analysis_facts_confidence" CHECK("analysis_facts"."confidence" between 0 and 1)
);
--> statement-breakpoint
CREATE INDEX `analysis_facts_business` ON `analysis_facts` (`organization_id`,`business_id`,`id`);--> statement-breakpoint
CREATE TABLE `businesses` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`status` text DEFAULT 'active' NOT NULL,
	`website` text,
	`language` text DEFAULT 'en' NOT NULL,
	`timezone` text DEFAULT 'UTC' NOT NULL,
	`industry` text DEFAULT '' NOT NULL,
	`business_type` text DEFAULT '' NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`primary_product` text DEFAULT '' NOT NULL,
	`core_offer_description` text DEFAULT '' NOT NULL,
	`target_audience` text DEFAULT '' NOT NULL,
	`audience_demographics` text DEFAULT '{}' NOT NULL,
	`audience_psychographics` text DEFAULT '{}' NOT NULL,
	`audience_job_role` text DEFAULT '' NOT NULL,
	`audience_pain_points` text DEFAULT '[]' NOT NULL,
	`audience_desired_outcomes` text DEFAULT '[]' NOT NULL,
	`content_focus` text DEFAULT '' NOT NULL,
	`primary_topics` text DEFAULT '[]' NOT NULL,
	`tone_of_voice` text DEFAULT '' NOT NULL,
	`brand_keywords` text DEFAULT '[]' NOT NULL,
	`competitors` text DEFAULT '[]' NOT NULL,
	`primary_cta` text DEFAULT '' NOT NULL,
	`primary_cta_url` text DEFAULT '' NOT NULL,
	`awareness_stage` text,
	`promotions` text DEFAULT '[]' NOT NULL,
	`social_platforms` text DEFAULT '[]' NOT NULL,
	`platform_preferences` text DEFAULT '{}' NOT NULL,
	`competitor_social_accounts` text DEFAULT '[]' NOT NULL,
	`posting_times` text DEFAULT '{}' NOT NULL,
	`blog_style` text DEFAULT '' NOT NULL,
	`content_upgrade_type` text DEFAULT '' NOT NULL,
	`email_tone` text DEFAULT '' NOT NULL,
	`email_frequency` text DEFAULT '' NOT NULL,
	`list_building_goals` text DEFAULT '[]' NOT NULL,
	`primary_content_goal` text DEFAULT '' NOT NULL,
	`revenue_targets` text DEFAULT '' NOT NULL,
	`brand_colors` text DEFAULT '{}' NOT NULL,
	`logo_url` text,
	`archived_at` integer,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `businesses_list` ON `businesses` (`organization_id`,`status`,`id`);--> statement-breakpoint
CREATE TABLE `content_strategies` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`business_id` text NOT NULL,
	`name` text NOT NULL,
	`goal` text NOT NULL,
	`voice` text NOT NULL,
	`template` text NOT NULL,
	`length` text NOT NULL,
	`target_audience` text DEFAULT '' NOT NULL,
	`content_focus` text DEFAULT '' NOT NULL,
	`customer_psychology` text NOT NULL,
	`scenarios` text DEFAULT '[]' NOT NULL,
	`is_default` integer DEFAULT false NOT NULL,
	`archived_at` integer,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `content_strategies_business` ON `content_strategies` (`organization_id`,`business_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `content_strategies_default` ON `content_strategies` (`organization_id`,`business_id`) WHERE is_default = 1 and archived_at is null;--> statement-breakpoint
CREATE TABLE `content_topics` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`business_id` text NOT NULL,
	`strategy_id` text,
	`title` text NOT NULL,
	`subheader` text DEFAULT '' NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`keywords` text DEFAULT '[]' NOT NULL,
	`seo_keywords` text DEFAULT '[]' NOT NULL,
	`scenario` text,
	`engagement_score` integer,
	`engagement_reason` text DEFAULT '' NOT NULL,
	`difficulty_score` integer,
	`difficulty_reason` text DEFAULT '' NOT NULL,
	`status` text DEFAULT 'suggested' NOT NULL,
	`generation_id` text,
	`updated_at` integer NOT NULL,
	CONSTRAINT "content_topics_scores" CHECK(coalesce("content_topics"."engagement_score", 0) between 0 and 100 and coalesce("content_topics"."difficulty_score", 0) between 0 and 100)
);
--> statement-breakpoint
CREATE INDEX `content_topics_business` ON `content_topics` (`organization_id`,`business_id`,`status`,`id`);--> statement-breakpoint
CREATE TABLE `website_analyses` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`business_id` text NOT NULL,
	`url` text NOT NULL,
	`status` text DEFAULT 'pending' NOT NULL,
	`error_code` text,
	`error_message` text,
	`pages` text DEFAULT '[]' NOT NULL,
	`extract` text,
	`proposal` text,
	`generation_id` text,
	`applied_at` integer,
	`started_at` integer,
	`completed_at` integer,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `website_analyses_business` ON `website_analyses` (`organization_id`,`business_id`,`id`);--> statement-breakpoint
CREATE TABLE `blog_posts` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`business_id` text NOT NULL,
	`slug` text NOT NULL,
	`content` text NOT NULL,
	`meta_title` text DEFAULT '' NOT NULL,
	`meta_description` text DEFAULT '' NOT NULL,
	`keywords` text DEFAULT '[]' NOT NULL,
	`reading_minutes` integer DEFAULT 1 NOT NULL,
	`image_url` text,
	`image_alt` text DEFAULT '' NOT NULL,
	`performance_metrics` text DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `blog_posts_slug` ON `blog_posts` (`organization_id`,`business_id`,`slug`);--> statement-breakpoint
CREATE TABLE `content_bundles` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`business_id` text NOT NULL,
	`strategy_id` text,
	`name` text NOT NULL,
	`status` text DEFAULT 'draft' NOT NULL,
	`time_period` text DEFAULT '' NOT NULL,
	`period_start` text NOT NULL,
	`period_end` text NOT NULL,
	`generation_date` text,
	`brief` text NOT NULL,
	`piece_count` integer DEFAULT 0 NOT NULL,
	`ready_count` integer DEFAULT 0 NOT NULL,
	`failed_count` integer DEFAULT 0 NOT NULL,
	`run` integer DEFAULT 0 NOT NULL,
	`estimated_cost_micros` integer DEFAULT 0 NOT NULL,
	`cost_micros` integer DEFAULT 0 NOT NULL,
	`error_code` text,
	`error_message` text,
	`started_at` integer,
	`completed_at` integer,
	`archived_at` integer,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `content_bundles_list` ON `content_bundles` (`organization_id`,`id`);--> statement-breakpoint
CREATE INDEX `content_bundles_business` ON `content_bundles` (`organization_id`,`business_id`,`id`);--> statement-breakpoint
CREATE TABLE `content_pieces` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`business_id` text NOT NULL,
	`bundle_id` text,
	`strategy_id` text,
	`topic_id` text,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`status` text DEFAULT 'draft' NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`channel` text NOT NULL,
	`conversion_goal` text NOT NULL,
	`cta_text` text DEFAULT '' NOT NULL,
	`cta_url` text DEFAULT '' NOT NULL,
	`excerpt` text DEFAULT '' NOT NULL,
	`word_count` integer DEFAULT 0 NOT NULL,
	`scheduled_for` integer,
	`published_at` integer,
	`approved_at` integer,
	`approved_by` text,
	`version_number` integer DEFAULT 0 NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`edited_at` integer,
	`export_count` integer DEFAULT 0 NOT NULL,
	`run` integer DEFAULT 0 NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`generation_id` text,
	`error_code` text,
	`error_message` text,
	`journey_x` real,
	`journey_y` real,
	`archived_at` integer,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `content_pieces_bundle` ON `content_pieces` (`organization_id`,`bundle_id`,`position`,`id`);--> statement-breakpoint
CREATE INDEX `content_pieces_business` ON `content_pieces` (`organization_id`,`business_id`,`kind`,`id`);--> statement-breakpoint
CREATE INDEX `content_pieces_calendar` ON `content_pieces` (`organization_id`,`scheduled_for`,`id`) WHERE scheduled_for is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `content_pieces_slot` ON `content_pieces` (`organization_id`,`business_id`,`channel`,`scheduled_for`) WHERE scheduled_for is not null and archived_at is null;--> statement-breakpoint
CREATE TABLE `content_upgrades` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`business_id` text NOT NULL,
	`slug` text NOT NULL,
	`upgrade_type` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`content` text NOT NULL,
	`download_count` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `content_upgrades_slug` ON `content_upgrades` (`organization_id`,`business_id`,`slug`);--> statement-breakpoint
CREATE TABLE `content_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`piece_id` text NOT NULL,
	`number` integer NOT NULL,
	`snapshot` text NOT NULL,
	`reason` text NOT NULL,
	`created_by` text,
	`generation_id` text,
	`feedback` text DEFAULT '' NOT NULL,
	`performance_snapshot` text DEFAULT '{}' NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `content_versions_number` ON `content_versions` (`organization_id`,`piece_id`,`number`);--> statement-breakpoint
CREATE TABLE `email_sequences` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`sequence_type` text NOT NULL,
	`sequence_goal` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`total_emails` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `emails` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`sequence_id` text NOT NULL,
	`position` integer NOT NULL,
	`delay_minutes` integer DEFAULT 0 NOT NULL,
	`subject_line` text DEFAULT '' NOT NULL,
	`preheader` text DEFAULT '' NOT NULL,
	`content` text NOT NULL,
	`performance_metrics` text DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE INDEX `emails_sequence` ON `emails` (`organization_id`,`sequence_id`,`position`);--> statement-breakpoint
CREATE TABLE `integrations` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`business_id` text,
	`provider` text NOT NULL,
	`name` text NOT NULL,
	`status` text DEFAULT 'active' NOT NULL,
	`settings` text DEFAULT '{}' NOT NULL,
	`sealed_credentials` text,
	`last_sync_at` integer,
	`last_error` text,
	`updated_at` integer NOT NULL,
	CONSTRAINT "integrations_name" CHECK(length("integrations"."name") > 0)
);
--> statement-breakpoint
CREATE INDEX `integrations_list` ON `integrations` (`organization_id`,`id`);--> statement-breakpoint
CREATE TABLE `journey_edges` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`business_id` text NOT NULL,
	`bundle_id` text,
	`from_piece_id` text NOT NULL,
	`to_piece_id` text NOT NULL,
	`cta_text` text DEFAULT '' NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `journey_edges_pair` ON `journey_edges` (`organization_id`,`from_piece_id`,`to_piece_id`);--> statement-breakpoint
CREATE INDEX `journey_edges_to` ON `journey_edges` (`organization_id`,`to_piece_id`);--> statement-breakpoint
CREATE INDEX `journey_edges_bundle` ON `journey_edges` (`organization_id`,`bundle_id`,`id`);--> statement-breakpoint
CREATE INDEX `journey_edges_business` ON `journey_edges` (`organization_id`,`business_id`,`id`);--> statement-breakpoint
CREATE TABLE `piece_sources` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`piece_id` text NOT NULL,
	`claim` text NOT NULL,
	`analysis_fact_id` text,
	`quote` text DEFAULT '' NOT NULL,
	`url` text DEFAULT '' NOT NULL,
	`status` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `piece_sources_piece` ON `piece_sources` (`organization_id`,`piece_id`,`id`);--> statement-breakpoint
CREATE TABLE `publications` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`piece_id` text NOT NULL,
	`business_id` text NOT NULL,
	`channel` text NOT NULL,
	`integration_id` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`run_at` integer NOT NULL,
	`external_id` text,
	`external_url` text,
	`published_version` integer,
	`published_at` integer,
	`settings` text DEFAULT '{}' NOT NULL,
	`error_code` text,
	`error_message` text,
	`job_id` text,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publications_once` ON `publications` (`organization_id`,`piece_id`,`channel`,`integration_id`);--> statement-breakpoint
CREATE INDEX `publications_site` ON `publications` (`organization_id`,`business_id`,`published_at`) WHERE channel = 'built_in' and state = 'published';--> statement-breakpoint
CREATE TABLE `social_posts` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`platform` text NOT NULL,
	`content` text NOT NULL,
	`hashtags` text DEFAULT '[]' NOT NULL,
	`media_prompts` text DEFAULT '[]' NOT NULL,
	`post_type` text DEFAULT 'single' NOT NULL,
	`engagement_metrics` text DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `directory` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`organization_id` text NOT NULL,
	`cell` text NOT NULL,
	`resource_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `directory_key` ON `directory` (`kind`,`key`);--> statement-breakpoint
CREATE INDEX `directory_organization` ON `directory` (`organization_id`,`kind`);
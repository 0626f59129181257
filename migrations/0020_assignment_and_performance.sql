CREATE TABLE `assignment_availability` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`user_id` text NOT NULL,
	`takes_leads` integer DEFAULT true NOT NULL,
	`capacity` integer,
	`timezone` text NOT NULL,
	`hours` text,
	`absences` text DEFAULT '[]' NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assignment_availability_user` ON `assignment_availability` (`organization_id`,`user_id`);--> statement-breakpoint
CREATE TABLE `assignment_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	`is_active` integer DEFAULT true NOT NULL,
	`condition` text,
	`method` text NOT NULL,
	`user_ids` text DEFAULT '[]' NOT NULL,
	`team_ids` text DEFAULT '[]' NOT NULL,
	`fallback_to` text,
	`keeps_hours` integer DEFAULT true NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `assignment_rules_order` ON `assignment_rules` (`organization_id`,`position`);--> statement-breakpoint
CREATE TABLE `lead_assignments` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`lead_id` text NOT NULL,
	`user_id` text,
	`from_user_id` text,
	`rule_id` text,
	`rule_name` text,
	`way` text NOT NULL,
	`cause` text NOT NULL,
	`load` integer,
	`standings` text DEFAULT '[]' NOT NULL,
	`is_told` integer NOT NULL,
	`actor_id` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `lead_assignments_lead` ON `lead_assignments` (`organization_id`,`lead_id`);--> statement-breakpoint
CREATE INDEX `lead_assignments_turn` ON `lead_assignments` (`organization_id`,`rule_id`,`user_id`) WHERE rule_id is not null;--> statement-breakpoint
CREATE TABLE `performance_counts` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`counted_at` integer,
	`running_since` integer,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `performance_counts_of` ON `performance_counts` (`organization_id`);--> statement-breakpoint
CREATE TABLE `performance_days` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`cohort` text NOT NULL,
	`day` text NOT NULL,
	`user_id` text NOT NULL,
	`currency` text NOT NULL,
	`created` integer NOT NULL,
	`qualified` integer NOT NULL,
	`converted` integer NOT NULL,
	`lost` integer NOT NULL,
	`deals` integer NOT NULL,
	`revenue` integer NOT NULL,
	`cycle_ms` integer NOT NULL,
	`responses` integer NOT NULL,
	`response_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `performance_days_of` ON `performance_days` (`organization_id`,`cohort`,`day`,`user_id`,`currency`);--> statement-breakpoint
CREATE INDEX `performance_days_day` ON `performance_days` (`organization_id`,`day`);--> statement-breakpoint
ALTER TABLE `deleted_leads` ADD `qualified_at` integer;--> statement-breakpoint
ALTER TABLE `deleted_leads` ADD `first_contacted_at` integer;--> statement-breakpoint
ALTER TABLE `leads` ADD `qualified_at` integer;--> statement-breakpoint
ALTER TABLE `leads` ADD `first_contacted_at` integer;--> statement-breakpoint
CREATE INDEX `leads_open` ON `leads` (`organization_id`,`assigned_to`) WHERE is_listed = 1 and assigned_to is not null and status not in ('closed_won', 'closed_lost', 'unqualified');
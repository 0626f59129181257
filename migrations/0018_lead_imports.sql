CREATE TABLE `lead_import_lots` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`import_id` text NOT NULL,
	`lot` integer NOT NULL,
	`part` integer NOT NULL,
	`at` integer NOT NULL,
	`created` text NOT NULL,
	`changed` text NOT NULL,
	`refused` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lead_import_lots_of` ON `lead_import_lots` (`organization_id`,`import_id`,`lot`,`part`);--> statement-breakpoint
CREATE TABLE `lead_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`file_name` text NOT NULL,
	`status` text NOT NULL,
	`bytes` integer DEFAULT 0 NOT NULL,
	`encoding` text DEFAULT '' NOT NULL,
	`separator` text DEFAULT '' NOT NULL,
	`head` text DEFAULT '[]' NOT NULL,
	`records` integer DEFAULT 0 NOT NULL,
	`has_header` integer DEFAULT true NOT NULL,
	`lots` integer DEFAULT 0 NOT NULL,
	`plan` text,
	`next_lot` integer DEFAULT 0 NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`created` integer DEFAULT 0 NOT NULL,
	`updated` integer DEFAULT 0 NOT NULL,
	`skipped` integer DEFAULT 0 NOT NULL,
	`failed` integer DEFAULT 0 NOT NULL,
	`removed` integer DEFAULT 0 NOT NULL,
	`restored` integer DEFAULT 0 NOT NULL,
	`kept` integer DEFAULT 0 NOT NULL,
	`error_message` text,
	`requested_by` text,
	`started_at` integer,
	`finished_at` integer,
	`undo_until` integer,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `lead_imports_list` ON `lead_imports` (`organization_id`,`id`);
CREATE TABLE `forecasts` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`type` text NOT NULL,
	`granularity` text NOT NULL,
	`made_on` text NOT NULL,
	`made_at` integer NOT NULL,
	`state` text NOT NULL,
	`known_periods` integer NOT NULL,
	`currency` text,
	`period_start` text NOT NULL,
	`period_end` text NOT NULL,
	`predicted_value` real,
	`confidence_lower` real,
	`confidence_upper` real,
	`method` text,
	`model_version` text NOT NULL,
	`detail` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `forecasts_of_day` ON `forecasts` (`organization_id`,`type`,`granularity`,`made_on`);--> statement-breakpoint
CREATE TABLE `scoring_models` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`won` integer NOT NULL,
	`lost` integer NOT NULL,
	`intercept` real DEFAULT 0 NOT NULL,
	`features` text NOT NULL,
	`calibration` text,
	`metrics` text,
	`applied_after` text,
	`applied_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scoring_models_version` ON `scoring_models` (`organization_id`,`version`);
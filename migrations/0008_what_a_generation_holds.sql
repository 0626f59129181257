ALTER TABLE `ai_generations` ADD `promised_micros` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `ai_generations` ADD `use_key` text;--> statement-breakpoint
ALTER TABLE `ai_generations` ADD `expires_at` integer;--> statement-breakpoint
CREATE INDEX `ai_generations_processing` ON `ai_generations` (`status`,`expires_at`) WHERE status = 'processing';
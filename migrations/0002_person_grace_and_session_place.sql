ALTER TABLE `sessions` ADD `place` text;--> statement-breakpoint
ALTER TABLE `users` ADD `cancelled_at` integer;--> statement-breakpoint
CREATE INDEX `verifications_expiry` ON `verifications` (`expires_at`);
CREATE TABLE `audit_logs` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`seq` integer NOT NULL,
	`action` text NOT NULL,
	`resource_type` text NOT NULL,
	`resource_id` text,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`changes` text NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`request_id` text NOT NULL,
	`chain_hash` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_logs_sequence` ON `audit_logs` (`organization_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_logs_unsealed` ON `audit_logs` (`created_at`) WHERE chain_hash is null;--> statement-breakpoint
CREATE TABLE `facts` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`seq` integer NOT NULL,
	`type` text NOT NULL,
	`subject_id` text,
	`actor_id` text,
	`data` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `facts_sequence` ON `facts` (`organization_id`,`seq`);--> statement-breakpoint
CREATE TABLE `guards` (
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`owner` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`status` integer,
	`headers` text,
	`body` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`owner`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_age` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`queue` text NOT NULL,
	`type` text NOT NULL,
	`payload` text NOT NULL,
	`status` text DEFAULT 'pending' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`max_attempts` integer NOT NULL,
	`run_at` integer NOT NULL,
	`started_at` integer,
	`completed_at` integer,
	`error_message` text,
	`dead_letter_reason` text,
	`dedupe_key` text,
	`request_id` text NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "jobs_status" CHECK("jobs"."status" in ('pending','processing','completed','failed','retrying','discarded'))
);
--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`status`,`run_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_dedupe` ON `jobs` (`organization_id`,`dedupe_key`) WHERE dedupe_key is not null;--> statement-breakpoint
CREATE TABLE `usage_ledger` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`feature` text NOT NULL,
	`counter_id` text NOT NULL,
	`key` text NOT NULL,
	`quantity` integer NOT NULL,
	`bonus_quantity` integer DEFAULT 0 NOT NULL,
	`source` text,
	`state` text NOT NULL,
	`expires_at` integer,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `usage_ledger_key` ON `usage_ledger` (`organization_id`,`key`);--> statement-breakpoint
CREATE INDEX `usage_ledger_expiring` ON `usage_ledger` (`state`,`expires_at`) WHERE state = 'reserved';--> statement-breakpoint
CREATE TABLE `user_usage_tracking` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`feature` text NOT NULL,
	`period_start` integer NOT NULL,
	`period_end` integer NOT NULL,
	`usage_count` integer DEFAULT 0 NOT NULL,
	`reserved_count` integer DEFAULT 0 NOT NULL,
	`bonus_used` integer DEFAULT 0 NOT NULL,
	`bonus_count` integer DEFAULT 0 NOT NULL,
	`bonus_source` text,
	`updated_at` integer NOT NULL,
	CONSTRAINT "user_usage_positive" CHECK("user_usage_tracking"."usage_count" >= 0 and "user_usage_tracking"."reserved_count" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_usage_period` ON `user_usage_tracking` (`organization_id`,`feature`,`period_start`);--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`created_by_user_id` text NOT NULL,
	`name` text NOT NULL,
	`prefix` text NOT NULL,
	`last_four` text NOT NULL,
	`key_hash` text NOT NULL,
	`scopes` text NOT NULL,
	`rate_limit_per_hour` integer DEFAULT 3600 NOT NULL,
	`usage_count` integer DEFAULT 0 NOT NULL,
	`last_used_at` integer,
	`expires_at` integer,
	`is_active` integer DEFAULT true NOT NULL,
	`revoked_at` integer,
	`rotated_from` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_key_hash_unique` ON `api_keys` (`key_hash`);--> statement-breakpoint
CREATE INDEX `api_keys_organization` ON `api_keys` (`organization_id`,`id`);--> statement-breakpoint
CREATE TABLE `referral_rewards` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`organization_id` text,
	`earned_from_invite_id` text NOT NULL,
	`reward_type` text NOT NULL,
	`reward_value` integer,
	`currency` text DEFAULT 'usd' NOT NULL,
	`quantity` integer DEFAULT 1 NOT NULL,
	`status` text DEFAULT 'pending' NOT NULL,
	`granted_at` integer,
	`expires_at` integer,
	`used_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`earned_from_invite_id`) REFERENCES `user_invites`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "referral_rewards_status" CHECK("referral_rewards"."status" in ('pending','active','used','expired'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `referral_rewards_once` ON `referral_rewards` (`earned_from_invite_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `referral_rewards_user` ON `referral_rewards` (`user_id`,`status`);--> statement-breakpoint
CREATE TABLE `user_invites` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text,
	`inviter_user_id` text NOT NULL,
	`email` text NOT NULL,
	`code_hash` text NOT NULL,
	`invite_type` text NOT NULL,
	`role` text,
	`custom_role_id` text,
	`team_id` text,
	`status` text DEFAULT 'pending' NOT NULL,
	`expires_at` integer NOT NULL,
	`sent_at` integer,
	`accepted_at` integer,
	`accepted_by_user_id` text,
	`reward_granted_to_inviter` integer DEFAULT false NOT NULL,
	`reward_granted_to_invitee` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inviter_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "user_invites_status" CHECK("user_invites"."status" in ('pending','accepted','expired','cancelled'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_invites_code_hash_unique` ON `user_invites` (`code_hash`);--> statement-breakpoint
CREATE INDEX `user_invites_organization` ON `user_invites` (`organization_id`,`id`);--> statement-breakpoint
CREATE INDEX `user_invites_inviter` ON `user_invites` (`inviter_user_id`,`id`);--> statement-breakpoint
CREATE INDEX `user_invites_pending` ON `user_invites` (`organization_id`,`email`) WHERE status = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX `user_invites_referred_once` ON `user_invites` (`accepted_by_user_id`) WHERE invite_type = 'referral' and status = 'accepted';--> statement-breakpoint
CREATE TABLE `organization_members` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`custom_role_id` text,
	`permissions` text DEFAULT '[]' NOT NULL,
	`invited_by` text,
	`joined_at` integer,
	`status` text DEFAULT 'active' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`custom_role_id`) REFERENCES `user_roles`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "organization_members_custom" CHECK(("organization_members"."role" = 'custom') = ("organization_members"."custom_role_id" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organization_members_user` ON `organization_members` (`organization_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `organization_members_of_user` ON `organization_members` (`user_id`);--> statement-breakpoint
CREATE INDEX `organization_members_list` ON `organization_members` (`organization_id`,`id`);--> statement-breakpoint
CREATE TABLE `organizations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`owner_user_id` text NOT NULL,
	`cell` text NOT NULL,
	`domain` text,
	`industry` text,
	`size` text,
	`billing_email` text,
	`tax_id` text,
	`address` text,
	`branding` text DEFAULT '{}' NOT NULL,
	`settings` text DEFAULT '{}' NOT NULL,
	`ai_config` text DEFAULT '{}' NOT NULL,
	`plan_slug` text DEFAULT 'free' NOT NULL,
	`seat_limit` integer,
	`status` text DEFAULT 'active' NOT NULL,
	`deleted_at` integer,
	`erase_after` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`owner_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "organizations_status" CHECK("organizations"."status" in ('active','suspended','deleted'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organizations_slug_unique` ON `organizations` (`slug`);--> statement-breakpoint
CREATE INDEX `organizations_owner` ON `organizations` (`owner_user_id`);--> statement-breakpoint
CREATE TABLE `team_members` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`team_id` text NOT NULL,
	`member_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `organization_members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `team_members_once` ON `team_members` (`team_id`,`member_id`);--> statement-breakpoint
CREATE INDEX `team_members_of_member` ON `team_members` (`member_id`);--> statement-breakpoint
CREATE TABLE `teams` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`manager_member_id` text,
	`settings` text DEFAULT '{}' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`manager_member_id`) REFERENCES `organization_members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `teams_name` ON `teams` (`organization_id`,`name`);--> statement-breakpoint
CREATE TABLE `user_roles` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`permissions` text NOT NULL,
	`is_system_role` integer DEFAULT false NOT NULL,
	`hierarchy_level` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_roles_name` ON `user_roles` (`organization_id`,`name`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `accounts_user` ON `accounts` (`user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_provider_account` ON `accounts` (`provider_id`,`account_id`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text,
	`public_key` text NOT NULL,
	`credential_id` text NOT NULL,
	`counter` integer NOT NULL,
	`device_type` text NOT NULL,
	`backed_up` integer NOT NULL,
	`transports` text,
	`aaguid` text,
	`created_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `passkeys_credential_id_unique` ON `passkeys` (`credential_id`);--> statement-breakpoint
CREATE INDEX `passkeys_user` ON `passkeys` (`user_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token` text NOT NULL,
	`organization_id` text,
	`authenticated_at` integer,
	`ip_address` text,
	`user_agent` text,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_unique` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `two_factors` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`secret` text NOT NULL,
	`backup_codes` text NOT NULL,
	`verified` integer DEFAULT true NOT NULL,
	`failed_verification_count` integer DEFAULT 0 NOT NULL,
	`locked_until` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `two_factors_user` ON `two_factors` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`name` text NOT NULL,
	`first_name` text,
	`last_name` text,
	`avatar_url` text,
	`platform_role` text DEFAULT 'user' NOT NULL,
	`status` text DEFAULT 'active' NOT NULL,
	`timezone` text DEFAULT 'UTC' NOT NULL,
	`language` text DEFAULT 'en' NOT NULL,
	`preferences` text DEFAULT '{}' NOT NULL,
	`ai_settings` text DEFAULT '{}' NOT NULL,
	`referral_code` text,
	`total_referrals_made` integer DEFAULT 0 NOT NULL,
	`successful_referrals` integer DEFAULT 0 NOT NULL,
	`lifetime_referral_rewards_earned` integer DEFAULT 0 NOT NULL,
	`is_internal` integer DEFAULT false NOT NULL,
	`two_factor_enabled` integer DEFAULT false NOT NULL,
	`last_organization_id` text,
	`last_login_at` integer,
	`last_active_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `users_referral_code_unique` ON `users` (`referral_code`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verifications_identifier` ON `verifications` (`identifier`);--> statement-breakpoint
CREATE TABLE `app_settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mailbox_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`recipient` text NOT NULL,
	`sender` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `mailbox_messages_recipient` ON `mailbox_messages` (`recipient`,`id`);--> statement-breakpoint
CREATE TABLE `plan_definitions` (
	`slug` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`price_monthly` integer NOT NULL,
	`price_per_generation` integer,
	`currency` text DEFAULT 'usd' NOT NULL,
	`features` text NOT NULL,
	`limits` text NOT NULL,
	`is_unlimited` integer DEFAULT false NOT NULL,
	`display_order` integer NOT NULL,
	`active` integer DEFAULT true NOT NULL
);

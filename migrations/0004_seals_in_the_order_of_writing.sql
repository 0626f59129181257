DROP INDEX `audit_logs_unsealed`;--> statement-breakpoint
CREATE INDEX `audit_logs_unsealed` ON `audit_logs` (`chain_hash`) WHERE chain_hash is null;
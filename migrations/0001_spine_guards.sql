-- A guard is a row that must not be written: inserting it ends the whole batch with the guard's name.
CREATE TRIGGER `guards_raise` BEFORE INSERT ON `guards`
BEGIN
  SELECT raise(abort, 'guard:' || new.name || ':');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_logs_append_only` BEFORE UPDATE ON `audit_logs`
WHEN NOT (
  old.chain_hash IS NULL AND new.chain_hash IS NOT NULL
  AND new.id = old.id AND new.organization_id = old.organization_id AND new.seq = old.seq
  AND new.created_at = old.created_at AND new.action = old.action
  AND new.resource_type = old.resource_type AND new.resource_id IS old.resource_id
  AND new.actor_kind = old.actor_kind AND new.actor_id IS old.actor_id
  AND new.changes = old.changes AND new.ip_address IS old.ip_address
  AND new.user_agent IS old.user_agent AND new.request_id = old.request_id
)
BEGIN
  SELECT raise(abort, 'audit_logs is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_logs_keep` BEFORE DELETE ON `audit_logs`
WHEN old.created_at > (unixepoch() - 220903200) * 1000
BEGIN
  SELECT raise(abort, 'audit_logs is kept for seven years');
END;
--> statement-breakpoint
INSERT INTO `plan_definitions` (`slug`,`name`,`description`,`price_monthly`,`price_per_generation`,`features`,`limits`,`is_unlimited`,`display_order`) VALUES
('free','Free','Try the whole loop with one website.',0,NULL,'["content","forms","links"]','{"seats":2,"businesses":1,"website_scans":3,"strategies":1,"generations":20,"regenerations":10,"downloads":5,"api_keys":2,"teams":1}',0,1),
('pay_as_you_go','Pay as you go','No monthly fee; each generation is paid for.',0,15,'["content","forms","links","api"]','{"seats":3,"businesses":2,"website_scans":20,"strategies":5,"generations":null,"regenerations":null,"downloads":null,"api_keys":5,"teams":2}',0,2),
('starter','Creator','For one brand that publishes every week.',2900,NULL,'["content","forms","links","api","sequences"]','{"seats":3,"businesses":3,"website_scans":50,"strategies":10,"generations":500,"regenerations":500,"downloads":null,"api_keys":5,"teams":3}',0,3),
('pro','Business','For a team with a pipeline.',9900,NULL,'["content","forms","links","api","sequences","workflows","attribution","custom_roles"]','{"seats":15,"businesses":10,"website_scans":500,"strategies":null,"generations":5000,"regenerations":null,"downloads":null,"api_keys":20,"teams":20}',0,4),
('agency','Agency','Many brands, one house.',29900,NULL,'["content","forms","links","api","sequences","workflows","attribution","custom_roles","white_label"]','{"seats":null,"businesses":null,"website_scans":null,"strategies":null,"generations":25000,"regenerations":null,"downloads":null,"api_keys":null,"teams":null}',1,5);

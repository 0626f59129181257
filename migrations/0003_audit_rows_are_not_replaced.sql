-- “INSERT OR REPLACE” takes a row away without asking the delete trigger.
CREATE TRIGGER `audit_logs_not_replaced` BEFORE INSERT ON `audit_logs`
WHEN EXISTS (
  SELECT 1 FROM `audit_logs`
  WHERE `id` = new.`id` OR (`organization_id` = new.`organization_id` AND `seq` = new.`seq`)
)
BEGIN
  SELECT raise(abort, 'audit_logs is append-only');
END;

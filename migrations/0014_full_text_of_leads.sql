-- Full text of leads. Every word begins with six characters that stand for its organization, so that a search costs what
-- one organization's words cost. What some may not see stands in a column of its own. Deleted words leave the index at once.
CREATE VIRTUAL TABLE `leads_fts` USING fts5(`open`, `contact`, tokenize = 'unicode61', prefix = '7 8 9', detail = 'column');
--> statement-breakpoint
INSERT INTO `leads_fts`(`leads_fts`, `rank`) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE TRIGGER `leads_leave_search` AFTER DELETE ON `leads`
BEGIN
  DELETE FROM `leads_fts` WHERE rowid = old.number;
END;

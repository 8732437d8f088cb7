-- Who was let in to open the records.
ALTER TABLE store_info ADD COLUMN openers JSON NOT NULL DEFAULT '[]';

-- The language of the headings of a copy that was made.
ALTER TABLE document_issued ADD COLUMN language VARCHAR;

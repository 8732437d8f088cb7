-- With each copy: why things were left out, who decided, and what was decided about which text.
ALTER TABLE document_issued ADD COLUMN reason VARCHAR;
ALTER TABLE document_issued ADD COLUMN decided_by CHAR(32)
    CONSTRAINT fk_document_issued_decided_by REFERENCES person (id);
ALTER TABLE document_issued ADD COLUMN settled JSON NOT NULL DEFAULT '[]';

-- Who looked at a family's record, and that older records were taken for the newest.
CREATE TABLE occurrence (
    family_id CHAR(32),
    kind VARCHAR NOT NULL,
    who VARCHAR NOT NULL,
    at VARCHAR NOT NULL,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_occurrence PRIMARY KEY (id),
    CONSTRAINT fk_occurrence_family_id FOREIGN KEY(family_id) REFERENCES family (id)
);
CREATE INDEX ix_occurrence_family_id ON occurrence (family_id);

-- What must not be erased, and that a family was.
CREATE TABLE legal_hold (
    family_id CHAR(32) NOT NULL,
    reason VARCHAR NOT NULL,
    since VARCHAR NOT NULL,
    set_by VARCHAR NOT NULL,
    lifted_on VARCHAR,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_legal_hold PRIMARY KEY (id),
    CONSTRAINT fk_legal_hold_family_id FOREIGN KEY(family_id) REFERENCES family (id)
);
CREATE INDEX ix_legal_hold_family_id ON legal_hold (family_id);
CREATE TABLE erasure (
    reference VARCHAR NOT NULL,
    family VARCHAR NOT NULL,
    erased_at VARCHAR NOT NULL,
    erased_by VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    due_on VARCHAR,
    reason VARCHAR,
    counts JSON NOT NULL,
    left_of_steps JSON NOT NULL,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_erasure PRIMARY KEY (id)
);

-- What children draw.
CREATE TABLE drawing (
    family_id CHAR(32) NOT NULL,
    statement_id CHAR(32) NOT NULL,
    person_id CHAR(32) NOT NULL,
    title VARCHAR NOT NULL,
    strokes JSON NOT NULL,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_drawing PRIMARY KEY (id),
    CONSTRAINT fk_drawing_family_id FOREIGN KEY(family_id) REFERENCES family (id),
    CONSTRAINT fk_drawing_statement_id FOREIGN KEY(statement_id) REFERENCES statement (id),
    CONSTRAINT fk_drawing_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE INDEX ix_drawing_family_id ON drawing (family_id);

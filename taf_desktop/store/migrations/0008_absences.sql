-- When somebody cannot come.
CREATE TABLE absence (
    family_id CHAR(32),
    person_id CHAR(32) NOT NULL,
    first_on VARCHAR,
    last_on VARCHAR,
    weekdays JSON NOT NULL,
    why VARCHAR,
    audience JSON NOT NULL,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_absence PRIMARY KEY (id),
    CONSTRAINT fk_absence_family_id FOREIGN KEY(family_id) REFERENCES family (id),
    CONSTRAINT fk_absence_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE INDEX ix_absence_family_id ON absence (family_id);

-- Where somebody was, and what stood in boxes that wait for Enter, when the power went.
CREATE TABLE halfway (
    owner_id CHAR(32) NOT NULL,
    family_id CHAR(32),
    place VARCHAR NOT NULL,
    boxes JSON NOT NULL,
    at VARCHAR NOT NULL,
    CONSTRAINT pk_halfway PRIMARY KEY (owner_id)
);

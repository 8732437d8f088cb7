-- The chain over the steps of the journal.
CREATE TABLE seal (
    count INTEGER NOT NULL,
    step_id CHAR(32) NOT NULL,
    mac VARCHAR NOT NULL,
    CONSTRAINT pk_seal PRIMARY KEY (count),
    CONSTRAINT fk_seal_step_id FOREIGN KEY(step_id) REFERENCES step (id)
);
CREATE UNIQUE INDEX ix_seal_step_id ON seal (step_id);

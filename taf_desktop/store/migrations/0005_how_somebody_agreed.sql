-- How somebody said that they agree to the plan, and who heard it.
ALTER TABLE plan_agreement ADD COLUMN how_given VARCHAR;
ALTER TABLE plan_agreement ADD COLUMN witness_id CHAR(32)
    CONSTRAINT fk_plan_agreement_witness_id REFERENCES person (id);

-- A signature drawn on the screen; when somebody answered about the plan, and after which step.
ALTER TABLE plan_agreement ADD COLUMN strokes JSON;
ALTER TABLE plan_agreement ADD COLUMN said_at VARCHAR;
ALTER TABLE plan_agreement ADD COLUMN said_after VARCHAR;

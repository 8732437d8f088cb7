-- Whose word it is that was noted about an action, in a review without a meeting.
ALTER TABLE action_update ADD COLUMN said_by CHAR(32)
    CONSTRAINT fk_action_update_said_by REFERENCES person (id);

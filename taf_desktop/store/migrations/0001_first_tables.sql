-- The first tables of a store.
CREATE TABLE agency (
    name VARCHAR NOT NULL,
    kind VARCHAR,
    telephone VARCHAR,
    address VARCHAR,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_agency PRIMARY KEY (id)
);
CREATE TABLE family (
    name VARCHAR NOT NULL,
    reference VARCHAR NOT NULL,
    address VARCHAR,
    postcode VARCHAR,
    lead_id CHAR(32),
    pack_id VARCHAR NOT NULL,
    pack_version VARCHAR NOT NULL,
    added_on VARCHAR NOT NULL,
    details JSON NOT NULL,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_family PRIMARY KEY (id),
    CONSTRAINT fk_family_lead_id FOREIGN KEY(lead_id) REFERENCES person (id)
);
CREATE TABLE person (
    kind VARCHAR NOT NULL,
    family_id CHAR(32),
    given_name VARCHAR NOT NULL,
    family_name VARCHAR NOT NULL,
    known_as VARCHAR,
    called VARCHAR,
    birth_date VARCHAR,
    due_date VARCHAR,
    sex VARCHAR,
    lives VARCHAR,
    lives_words VARCHAR,
    address VARCHAR,
    postcode VARCHAR,
    telephone VARCHAR,
    email VARCHAR,
    safe_contact VARCHAR,
    in_network VARCHAR,
    agency_id CHAR(32),
    job_title VARCHAR,
    position INTEGER NOT NULL,
    fact_audience JSON NOT NULL,
    details JSON NOT NULL,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_person PRIMARY KEY (id),
    CONSTRAINT fk_person_family_id FOREIGN KEY(family_id) REFERENCES family (id),
    CONSTRAINT fk_person_agency_id FOREIGN KEY(agency_id) REFERENCES agency (id)
);
CREATE INDEX ix_person_family_id ON person (family_id);
CREATE TABLE step (
    id CHAR(32) NOT NULL,
    hlc VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    family_id CHAR(32),
    who VARCHAR NOT NULL,
    at VARCHAR NOT NULL,
    device VARCHAR NOT NULL,
    undoes CHAR(32),
    CONSTRAINT pk_step PRIMARY KEY (id),
    CONSTRAINT fk_step_undoes FOREIGN KEY(undoes) REFERENCES step (id)
);
CREATE INDEX ix_step_family_id ON step (family_id);
CREATE INDEX ix_step_hlc ON step (hlc);
CREATE TABLE agreement (
    family_id CHAR(32) NOT NULL,
    person_id CHAR(32) NOT NULL,
    kind VARCHAR,
    decision VARCHAR,
    limits VARCHAR,
    agencies JSON NOT NULL,
    not_to JSON NOT NULL,
    how_given VARCHAR,
    given_on VARCHAR,
    place VARCHAR,
    recorded_by VARCHAR,
    withdrawn_on VARCHAR,
    audience JSON NOT NULL,
    details JSON NOT NULL,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_agreement PRIMARY KEY (id),
    CONSTRAINT fk_agreement_family_id FOREIGN KEY(family_id) REFERENCES family (id),
    CONSTRAINT fk_agreement_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE INDEX ix_agreement_family_id ON agreement (family_id);
CREATE TABLE assessment (
    family_id CHAR(32) NOT NULL,
    form_id VARCHAR NOT NULL,
    form_version VARCHAR NOT NULL,
    pack_id VARCHAR NOT NULL,
    pack_version VARCHAR NOT NULL,
    started_on VARCHAR,
    completed_on VARCHAR,
    answers JSON NOT NULL,
    audience JSON NOT NULL,
    policy JSON NOT NULL,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_assessment PRIMARY KEY (id),
    CONSTRAINT fk_assessment_family_id FOREIGN KEY(family_id) REFERENCES family (id)
);
CREATE INDEX ix_assessment_family_id ON assessment (family_id);
CREATE TABLE change (
    id CHAR(32) NOT NULL,
    step_id CHAR(32) NOT NULL,
    record VARCHAR NOT NULL,
    record_id CHAR(32) NOT NULL,
    field VARCHAR NOT NULL,
    old JSON,
    new JSON,
    CONSTRAINT pk_change PRIMARY KEY (id),
    CONSTRAINT fk_change_step_id FOREIGN KEY(step_id) REFERENCES step (id)
);
CREATE INDEX ix_change_record_id ON change (record_id);
CREATE INDEX ix_change_step_id ON change (step_id);
CREATE TABLE episode (
    family_id CHAR(32) NOT NULL,
    received_at VARCHAR,
    channel VARCHAR,
    caller VARCHAR,
    caller_source VARCHAR,
    consent_known VARCHAR,
    concern VARCHAR,
    screened_at VARCHAR,
    screened_by VARCHAR,
    decided_at VARCHAR,
    decided_by VARCHAR,
    outcome VARCHAR,
    told_at VARCHAR,
    told_how VARCHAR,
    level_of_need VARCHAR,
    closed_on VARCHAR,
    closure_reason VARCHAR,
    policy JSON NOT NULL,
    details JSON NOT NULL,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_episode PRIMARY KEY (id),
    CONSTRAINT fk_episode_family_id FOREIGN KEY(family_id) REFERENCES family (id)
);
CREATE INDEX ix_episode_family_id ON episode (family_id);
CREATE TABLE involvement (
    family_id CHAR(32) NOT NULL,
    person_id CHAR(32) NOT NULL,
    part VARCHAR,
    since VARCHAR,
    until VARCHAR,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_involvement PRIMARY KEY (id),
    CONSTRAINT fk_involvement_family_id FOREIGN KEY(family_id) REFERENCES family (id),
    CONSTRAINT fk_involvement_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE INDEX ix_involvement_family_id ON involvement (family_id);
CREATE TABLE meeting (
    family_id CHAR(32) NOT NULL,
    kind VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    held_on VARCHAR,
    starts_at VARCHAR,
    minutes INTEGER,
    place VARCHAR,
    place_kind VARCHAR,
    chair_id CHAR(32),
    notes_by_id CHAR(32),
    notes VARCHAR,
    notes_audience JSON NOT NULL,
    decisions JSON NOT NULL,
    next_on VARCHAR,
    next_at VARCHAR,
    next_place VARCHAR,
    finished_at VARCHAR,
    pack_id VARCHAR NOT NULL,
    pack_version VARCHAR NOT NULL,
    details JSON NOT NULL,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_meeting PRIMARY KEY (id),
    CONSTRAINT fk_meeting_family_id FOREIGN KEY(family_id) REFERENCES family (id),
    CONSTRAINT fk_meeting_chair_id FOREIGN KEY(chair_id) REFERENCES person (id),
    CONSTRAINT fk_meeting_notes_by_id FOREIGN KEY(notes_by_id) REFERENCES person (id)
);
CREATE INDEX ix_meeting_family_id ON meeting (family_id);
CREATE TABLE notice_given (
    family_id CHAR(32) NOT NULL,
    person_id CHAR(32) NOT NULL,
    version VARCHAR,
    given_on VARCHAR,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_notice_given PRIMARY KEY (id),
    CONSTRAINT fk_notice_given_family_id FOREIGN KEY(family_id) REFERENCES family (id),
    CONSTRAINT fk_notice_given_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE INDEX ix_notice_given_family_id ON notice_given (family_id);
CREATE TABLE protected_fact (
    family_id CHAR(32) NOT NULL,
    person_id CHAR(32) NOT NULL,
    fact VARCHAR NOT NULL,
    reason VARCHAR,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_protected_fact PRIMARY KEY (id),
    CONSTRAINT fk_protected_fact_family_id FOREIGN KEY(family_id) REFERENCES family (id),
    CONSTRAINT fk_protected_fact_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE INDEX ix_protected_fact_family_id ON protected_fact (family_id);
CREATE TABLE relationship (
    family_id CHAR(32) NOT NULL,
    person_id CHAR(32) NOT NULL,
    child_id CHAR(32) NOT NULL,
    kind VARCHAR,
    parental_responsibility VARCHAR,
    basis VARCHAR,
    lives_with VARCHAR,
    details JSON NOT NULL,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_relationship PRIMARY KEY (id),
    CONSTRAINT fk_relationship_family_id FOREIGN KEY(family_id) REFERENCES family (id),
    CONSTRAINT fk_relationship_person_id FOREIGN KEY(person_id) REFERENCES person (id),
    CONSTRAINT fk_relationship_child_id FOREIGN KEY(child_id) REFERENCES person (id)
);
CREATE INDEX ix_relationship_family_id ON relationship (family_id);
CREATE TABLE store_info (
    owner_id CHAR(32) NOT NULL,
    pack_id VARCHAR NOT NULL,
    practice BOOLEAN NOT NULL,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_store_info PRIMARY KEY (id),
    CONSTRAINT fk_store_info_owner_id FOREIGN KEY(owner_id) REFERENCES person (id)
);
CREATE TABLE attendance (
    family_id CHAR(32) NOT NULL,
    meeting_id CHAR(32) NOT NULL,
    person_id CHAR(32) NOT NULL,
    state VARCHAR,
    note VARCHAR,
    report VARCHAR,
    audience JSON NOT NULL,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_attendance PRIMARY KEY (id),
    CONSTRAINT fk_attendance_family_id FOREIGN KEY(family_id) REFERENCES family (id),
    CONSTRAINT fk_attendance_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id),
    CONSTRAINT fk_attendance_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE INDEX ix_attendance_family_id ON attendance (family_id);
CREATE TABLE document_issued (
    family_id CHAR(32) NOT NULL,
    meeting_id CHAR(32),
    document VARCHAR NOT NULL,
    readers JSON NOT NULL,
    version INTEGER NOT NULL,
    digest VARCHAR NOT NULL,
    left_out INTEGER NOT NULL,
    made_at VARCHAR NOT NULL,
    how VARCHAR,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_document_issued PRIMARY KEY (id),
    CONSTRAINT fk_document_issued_family_id FOREIGN KEY(family_id) REFERENCES family (id),
    CONSTRAINT fk_document_issued_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);
CREATE INDEX ix_document_issued_family_id ON document_issued (family_id);
CREATE TABLE plan_agreement (
    family_id CHAR(32) NOT NULL,
    meeting_id CHAR(32) NOT NULL,
    person_id CHAR(32) NOT NULL,
    decision VARCHAR,
    reason VARCHAR,
    audience JSON NOT NULL,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_plan_agreement PRIMARY KEY (id),
    CONSTRAINT fk_plan_agreement_family_id FOREIGN KEY(family_id) REFERENCES family (id),
    CONSTRAINT fk_plan_agreement_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id),
    CONSTRAINT fk_plan_agreement_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE INDEX ix_plan_agreement_family_id ON plan_agreement (family_id);
CREATE TABLE statement (
    family_id CHAR(32) NOT NULL,
    "column" VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    category VARCHAR,
    said_by JSON NOT NULL,
    exact_words BOOLEAN NOT NULL,
    gathered VARCHAR,
    gathered_by CHAR(32),
    house VARCHAR,
    said_on VARCHAR,
    meeting_id CHAR(32),
    worry_id CHAR(32),
    position INTEGER NOT NULL,
    settled_on VARCHAR,
    audience JSON NOT NULL,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_statement PRIMARY KEY (id),
    CONSTRAINT fk_statement_family_id FOREIGN KEY(family_id) REFERENCES family (id),
    CONSTRAINT fk_statement_gathered_by FOREIGN KEY(gathered_by) REFERENCES person (id),
    CONSTRAINT fk_statement_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id),
    CONSTRAINT fk_statement_worry_id FOREIGN KEY(worry_id) REFERENCES statement (id)
);
CREATE INDEX ix_statement_family_id ON statement (family_id);
CREATE TABLE action (
    family_id CHAR(32) NOT NULL,
    meeting_id CHAR(32),
    number INTEGER NOT NULL,
    what VARCHAR NOT NULL,
    goal_id CHAR(32),
    outcome VARCHAR,
    who_id CHAR(32),
    helped_by JSON NOT NULL,
    by_when VARCHAR,
    how_we_know VARCHAR,
    status VARCHAR NOT NULL,
    done_on VARCHAR,
    carried INTEGER NOT NULL,
    audience JSON NOT NULL,
    details JSON NOT NULL,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_action PRIMARY KEY (id),
    CONSTRAINT fk_action_family_id FOREIGN KEY(family_id) REFERENCES family (id),
    CONSTRAINT fk_action_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id),
    CONSTRAINT fk_action_goal_id FOREIGN KEY(goal_id) REFERENCES statement (id),
    CONSTRAINT fk_action_who_id FOREIGN KEY(who_id) REFERENCES person (id)
);
CREATE INDEX ix_action_family_id ON action (family_id);
CREATE TABLE disagreement (
    family_id CHAR(32) NOT NULL,
    statement_id CHAR(32) NOT NULL,
    person_id CHAR(32) NOT NULL,
    text VARCHAR NOT NULL,
    meeting_id CHAR(32),
    audience JSON NOT NULL,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_disagreement PRIMARY KEY (id),
    CONSTRAINT fk_disagreement_family_id FOREIGN KEY(family_id) REFERENCES family (id),
    CONSTRAINT fk_disagreement_statement_id FOREIGN KEY(statement_id) REFERENCES statement (id),
    CONSTRAINT fk_disagreement_person_id FOREIGN KEY(person_id) REFERENCES person (id),
    CONSTRAINT fk_disagreement_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);
CREATE INDEX ix_disagreement_family_id ON disagreement (family_id);
CREATE TABLE scale (
    family_id CHAR(32) NOT NULL,
    goal_id CHAR(32),
    question VARCHAR NOT NULL,
    low_words VARCHAR NOT NULL,
    high_words VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_scale PRIMARY KEY (id),
    CONSTRAINT fk_scale_family_id FOREIGN KEY(family_id) REFERENCES family (id),
    CONSTRAINT fk_scale_goal_id FOREIGN KEY(goal_id) REFERENCES statement (id)
);
CREATE INDEX ix_scale_family_id ON scale (family_id);
CREATE TABLE action_update (
    family_id CHAR(32) NOT NULL,
    action_id CHAR(32) NOT NULL,
    meeting_id CHAR(32),
    said_on VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    note VARCHAR,
    by_when VARCHAR,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_action_update PRIMARY KEY (id),
    CONSTRAINT fk_action_update_family_id FOREIGN KEY(family_id) REFERENCES family (id),
    CONSTRAINT fk_action_update_action_id FOREIGN KEY(action_id) REFERENCES action (id),
    CONSTRAINT fk_action_update_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);
CREATE INDEX ix_action_update_family_id ON action_update (family_id);
CREATE TABLE scale_mark (
    family_id CHAR(32) NOT NULL,
    scale_id CHAR(32) NOT NULL,
    person_id CHAR(32) NOT NULL,
    meeting_id CHAR(32),
    said_on VARCHAR,
    value INTEGER,
    withheld VARCHAR,
    why_not_lower VARCHAR,
    one_higher VARCHAR,
    audience JSON NOT NULL,
    id CHAR(32) NOT NULL,
    deleted_at VARCHAR,
    CONSTRAINT pk_scale_mark PRIMARY KEY (id),
    CONSTRAINT fk_scale_mark_family_id FOREIGN KEY(family_id) REFERENCES family (id),
    CONSTRAINT fk_scale_mark_scale_id FOREIGN KEY(scale_id) REFERENCES scale (id),
    CONSTRAINT fk_scale_mark_person_id FOREIGN KEY(person_id) REFERENCES person (id),
    CONSTRAINT fk_scale_mark_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);
CREATE INDEX ix_scale_mark_family_id ON scale_mark (family_id);

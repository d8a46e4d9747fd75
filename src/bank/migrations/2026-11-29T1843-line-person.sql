-- The same for the lines of bank statements.
create index on bank.line (person_id);

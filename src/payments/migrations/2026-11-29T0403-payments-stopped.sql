-- The payments of a run that are not made are few; the list of runs counts them without reading the others.
create index on payments.instruction (run_id) where stopped_because <> '{}';

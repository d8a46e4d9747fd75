-- Whether something owed is in a run is asked for each of them: without this every payment was read each
-- time.
create index instruction_obligation_idx on payments.instruction (obligation_id)
  where obligation_id is not null;

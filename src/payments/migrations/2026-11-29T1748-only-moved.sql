-- What a run pays moves with its case to the body that follows, and changes in nothing else.
drop trigger only_stop on payments.instruction;
create trigger only_stop before update on payments.instruction for each row
  when (not platform.only_moved(to_jsonb(old), to_jsonb(new))) execute function payments.only_stop();

-- A plan that was signed off moves with its case to the body that follows, and changes in nothing else.
-- Whether it only moves is asked before the guard, which works as the owner and could not tell who asks.
drop trigger not_after_sign_off on plans.version;
drop trigger not_after_sign_off on plans.words;
drop trigger not_after_sign_off on plans.line;
do $$
declare name text;
begin
  foreach name in array array['version', 'words', 'line'] loop
    execute format('create trigger not_after_sign_off before update on plans.%I for each row
      when (not platform.only_moved(to_jsonb(old), to_jsonb(new)))
      execute function plans.refuse_after_sign_off()', name);
    execute format('create trigger never_out_after_sign_off before delete on plans.%I for each row
      execute function plans.refuse_after_sign_off()', name);
  end loop;
end $$;
create trigger none_after_sign_off before insert on plans.line
  for each row execute function plans.refuse_after_sign_off();

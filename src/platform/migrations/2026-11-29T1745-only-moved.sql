-- One change of a fact is let through: who answers for it, and only while access.move_people works. Nothing
-- else in the row may differ. The role of requests is never let through, whatever it sets.
create function platform.only_moved(before jsonb, after jsonb) returns boolean language sql stable as $$
  select current_user <> 'openphb_app' and current_setting('openphb.moving', true) = 'on'
    and before - array['organisation_id', 'body_id', 'body_ids', 'lead_id', 'interim_id']
      = after - array['organisation_id', 'body_id', 'body_ids', 'lead_id', 'interim_id']
$$;

create or replace function platform.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and platform.only_moved(to_jsonb(old), to_jsonb(new)) then return new; end if;
  raise exception '% is written once: % is refused', tg_table_schema || '.' || tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation';
end $$;

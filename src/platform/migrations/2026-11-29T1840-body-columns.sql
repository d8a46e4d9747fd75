-- Which columns name the body that answers for a row, or one that carries a part of it: the health body of
-- an education, health and care plan is one of them, where the council answers for the plan.
create function platform.body_columns() returns text[] language sql immutable parallel safe as $$
  select array['organisation_id', 'body_id', 'body_ids', 'health_id', 'lead_id', 'interim_id']
$$;

create or replace function platform.only_moved(before jsonb, after jsonb) returns boolean
language sql stable as $$
  select current_user <> 'openphb_app' and current_setting('openphb.moving', true) = 'on'
    and before - platform.body_columns() = after - platform.body_columns()
$$;

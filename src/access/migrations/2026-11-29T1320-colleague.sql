-- Where somebody is reached who works for the same organisation as the one who asks: so that a decision
-- can be told to whoever proposed it. Nobody else's address comes out of it.
create function access.address_of_colleague(who uuid) returns text
  language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(a.email, u.email) from access.actor a left join auth."user" u on u.id = a.user_id
    where a.id = who and a.ended_at is null and exists (select from access.role r where r.actor_id = a.id
      and r.organisation_id = any ((select access.works_for())::uuid[]))
$$;
revoke execute on function access.address_of_colleague(uuid) from public;
grant execute on function access.address_of_colleague(uuid) to openphb_app;

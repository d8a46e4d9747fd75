-- Which organisations take requests here: those with a case worker on the day. Whoever asks may know that,
-- and no name.
create function requests.takers(today date) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select distinct organisation_id from access.role_shown
    where role = 'case-worker' and from_on <= today and (until_on is null or until_on >= today)
$$;
revoke execute on function requests.takers(date) from public;
grant execute on function requests.takers(date) to openphb_app;

-- Whether a reference is given out already, without saying whose it is: there are fewer than people may ever
-- need.
create function requests.reference_known(text) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from requests.request r where r.reference = $1)
$$;
revoke execute on function requests.reference_known(text) from public;
grant execute on function requests.reference_known(text) to openphb_app;

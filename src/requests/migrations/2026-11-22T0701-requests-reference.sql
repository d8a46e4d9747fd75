-- Whether a reference is given out already, without saying whose it is: there are fewer than people may ever need.
create function requests.reference_known(text) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from requests.request r where r.reference = $1)
$$;
revoke execute on function requests.reference_known(text) from public;
grant execute on function requests.reference_known(text) to openphb_app;

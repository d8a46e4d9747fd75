-- Calendar feeds: a secret address of which only a hash is kept, that gives its owner's clocks to a calendar.
-- Clocks themselves are kept nowhere: the modules that own the facts tell them.
grant usage on schema clocks to openphb_app;

create table clocks.feed (
  id uuid primary key,
  actor_id uuid not null references access.actor (id),
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  -- What an entry says of whom it is about: nothing, the case's reference, or the first name.
  names text not null check (names in ('nobody', 'reference', 'first-name')),
  made_on date not null,
  made_at timestamptz not null default statement_timestamp()
);
create index on clocks.feed (actor_id);
select platform.write_once('clocks.feed');

create table clocks.feed_ended (
  feed_id uuid primary key references clocks.feed (id),
  actor_id uuid not null,
  because text not null check (because in ('renewed', 'stopped')),
  ended_on date not null,
  ended_at timestamptz not null default statement_timestamp()
);
select platform.write_once('clocks.feed_ended');

-- A calendar asks many times a day: one look a day and person goes into the record.
create table clocks.feed_looked (
  feed_id uuid not null references clocks.feed (id),
  person_id uuid not null,
  on_day date not null,
  actor_id uuid not null,
  primary key (feed_id, person_id, on_day)
);
select platform.write_once('clocks.feed_looked');

do $$
declare name text;
begin
  foreach name in array array['feed', 'feed_ended', 'feed_looked'] loop
    execute format('alter table clocks.%I enable row level security', name);
    execute format('create policy own on clocks.%I to openphb_app
      using (actor_id = (select access.actor_id()))
      with check (actor_id = (select access.actor_id()))', name);
    execute format('grant select, insert on clocks.%I to openphb_app', name);
  end loop;
end $$;

-- Nobody ends, or looks by, the feed of somebody else.
create function clocks.own_feed_only() returns trigger language plpgsql as $$
begin
  if not exists (select from clocks.feed f where f.id = new.feed_id and f.actor_id = new.actor_id) then
    raise exception 'this is the calendar of somebody else';
  end if;
  return new;
end $$;
create trigger own_feed_only before insert on clocks.feed_ended
  for each row execute function clocks.own_feed_only();
create trigger own_feed_only before insert on clocks.feed_looked
  for each row execute function clocks.own_feed_only();

-- Whose feed a hash is, with the sight of that owner on this day for the rest of the transaction. Null, and
-- nothing more to see, where it was stopped or never was, or where the owner may no longer sign in.
create function clocks.enter_by_feed(of_hash text) returns jsonb
language plpgsql security definer set search_path = pg_catalog as $$
declare
  today date := current_setting('openphb.today')::date;
  who uuid;
  found jsonb;
begin
  select a.id, jsonb_build_object('feed', f.id, 'names', f.names, 'id', a.id, 'name', a.name,
      'person', a.person_id, 'roles', coalesce((
        select jsonb_agg(jsonb_build_object('role', r.role, 'organisation', r.organisation_id)
          order by r.from_on, r.id)
        from access.role r where r.actor_id = a.id and r.from_on <= today
          and (r.until_on is null or r.until_on >= today)), '[]'))
    into who, found
    from clocks.feed f join access.actor a on a.id = f.actor_id and a.ended_at is null
    where f.hash = of_hash and not exists (select from clocks.feed_ended e where e.feed_id = f.id);
  if who is null then return null; end if;
  perform access.enter(who, today);
  return found;
end $$;
revoke execute on function clocks.enter_by_feed(text), clocks.own_feed_only() from public;
grant execute on function clocks.enter_by_feed(text) to openphb_app;

-- Where a table names each body once (somebody said yes to two bodies, and one follows the other) the row of
-- the body that is followed keeps its name beside the one that is there: the move is not refused for it.
create function access.unless_there(of_table regclass, named text) returns text
language sql stable set search_path = pg_catalog as $$
  select coalesce(string_agg(format(' and not exists (select from %s x where %s)', of_table, said), ''), '')
  from (select i.indexrelid, string_agg(case a.attname::text when named then format('x.%I = $3', named)
        else format('x.%1$I = t.%1$I', a.attname) end, ' and ' order by a.attnum) as said
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      where i.indrelid = of_table and i.indisunique and i.indexprs is null
      group by i.indexrelid having bool_or(a.attname = named)) them
$$;

create or replace function access.moves() returns table (of_table text, change text)
language sql stable security definer set search_path = pg_catalog as $$
  with columns as (select c.oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) as of_table,
      array_agg(a.attname::text) as names
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and a.attname = any (platform.body_columns() || 'person_id'::text)
      and n.nspname not in ('access', 'pg_catalog', 'information_schema')
    group by c.oid, n.nspname, c.relname),
  whose as (select oid, of_table, names, case when of_table = 'people.person' then 'id' else 'person_id' end
      as key
    from columns where 'organisation_id' = any (names)
      and ('person_id' = any (names) or of_table = 'people.person')),
  named as (select w.of_table, w.key, one, case one
      when 'body_ids' then format('%1$I = array_replace(%1$I, $2, $3)', one)
      else format('%1$I = case when t.%1$I = $2%2$s then $3 else t.%1$I end', one,
        access.unless_there(w.oid, one)) end as sets,
    case one when 'body_ids' then format('$2 = any (t.%I)', one) else format('t.%I = $2', one) end as is_named
    from whose w, unnest(w.names) one where one = any (platform.body_columns()))
  select of_table, format('update %s t set %s where t.%s in (select unnest($1)) and (%s)', of_table,
      string_agg(sets, ', ' order by one), min(key), string_agg(is_named, ' or ' order by one))
  from named group by of_table order by of_table
$$;
revoke execute on function access.unless_there(regclass, text) from public, openphb_app;

-- Who set a local figure is shown beside it.
create or replace view people.setting_shown as select id, organisation_id, name, value, from_on, until_on,
  because, set_at, set_by from people.setting;

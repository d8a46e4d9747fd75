-- Each offer with how far it has come, for lists.
create view maternity.offer_shown with (security_invoker = true) as
  select o.id, o.organisation_id, o.person_id, o.reference, o.offered_on, o.due_on,
    a.said, a.on_day as answered_on, e.what as ended, e.on_day as ended_on,
    (select count(*) from maternity.care c where c.offer_id = o.id) as stages_given,
    (select max(c.on_day) from maternity.care c where c.offer_id = o.id and c.stage = 'postnatal')
      as complete_on,
    (select min(c.chosen_on) from maternity.choice c
      where c.offer_id = o.id and not exists (select 1 from maternity.confirmed f where f.choice_id = c.id)
        and not exists (select 1 from maternity.choice l where l.offer_id = c.offer_id
          and l.stage = c.stage and l.number > c.number)
        and not exists (select 1 from maternity.care g where g.offer_id = c.offer_id
          and array_position(array['antenatal', 'intrapartum', 'postnatal'], g.stage)
            >= array_position(array['antenatal', 'intrapartum', 'postnatal'], c.stage))) as unconfirmed_since,
    (select jsonb_object_agg(s.stage, s.provider) from (
      select distinct on (c.stage) c.stage, c.provider from maternity.choice c
        where c.offer_id = o.id order by c.stage, c.number desc) s) as chosen,
    (select jsonb_object_agg(c.stage, c.provider) from maternity.care c where c.offer_id = o.id) as given
  from maternity.offer o
    left join lateral (select n.said, n.on_day from maternity.answer n where n.offer_id = o.id
      order by n.number desc limit 1) a on true
    left join maternity.ending e on e.offer_id = o.id;
grant select on maternity.offer_shown to openphb_app;

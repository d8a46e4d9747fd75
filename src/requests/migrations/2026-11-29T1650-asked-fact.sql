-- What the right itself asked (a section, the state of a chair), as the newest decision was fed it.
create view requests.asked_fact_shown with (security_invoker = true) as
  select r.id as request_id, r.organisation_id, r.person_id, (
    select g.facts ->> 'fact' from requests.decision d join requests.grounds g on g.decision_id = d.id
    where d.request_id = r.id order by d.number desc limit 1) as fact
  from requests.request r;
grant select on requests.asked_fact_shown to openphb_app;

-- A case worker may propose for the people of their caseload, and say that it cannot wait.
alter table payments.proposal add column urgent boolean not null default false;
create index on payments.proposal (who, on_day);

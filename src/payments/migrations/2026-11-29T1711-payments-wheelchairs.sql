-- A wheelchair is bought once and kept for years. What its supplier or a repairer is paid is owed without an
-- agreement: what was agreed stands with the wheelchair budget. Everything else still needs one.
alter table payments.obligation drop constraint obligation_kind_check;
alter table payments.obligation add constraint obligation_kind_check
  check (kind in ('one-off', 'difference', 'emergency', 'wage', 'invoice', 'repeat', 'wheelchair'));
alter table payments.obligation alter column agreement_id drop not null;
alter table payments.obligation add constraint agreed_or_a_wheelchair
  check (agreement_id is not null or (kind = 'wheelchair' and part = 'notional'));
alter table payments.instruction alter column agreement_id drop not null;
alter table payments.instruction add constraint agreed_or_to_a_supplier
  check (agreement_id is not null or (obligation_id is not null and part = 'notional'));

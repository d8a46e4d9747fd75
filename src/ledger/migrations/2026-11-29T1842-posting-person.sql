-- A part of a move takes the postings of 500 people out of all there are: the largest table
-- is not read whole.
create index on ledger.posting (person_id) where person_id is not null;

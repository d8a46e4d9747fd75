-- What a person asked for, and what was decided, is not for those who only supply them (V-53).
select access.not_for_suppliers(one::regclass) from unnest(array[
  'requests.request', 'requests.allocation', 'requests.decision', 'requests.withdrawal']) as one;
